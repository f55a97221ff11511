import { all, isSeen, selectorOf, snippetOf } from '../dom.ts'
import { stopControl } from './media.ts'
import type { MovingPlace } from './motion.ts'

const MOST_SECONDS = 5
/** Pictures that are read, at most. */
const MOST = 12

/** @returns pictures of several frames that go on for more than five seconds */
export async function movingPictures(): Promise<MovingPlace[]> {
  const pictures = all('img, object[data], embed[src]')
    .map((element) => ({ element, address: addressOf(element) }))
    .filter(({ element, address }) => mayMove(address) && isSeen(element))
  if (pictures.length === 0 || stopControl()) return []
  const found = await Promise.all(
    pictures.slice(0, MOST).map(async ({ element, address }): Promise<MovingPlace[]> => {
      const bytes = await bytesOf(address)
      const seconds = bytes ? secondsOf(bytes) : 0
      if (seconds <= MOST_SECONDS) return []
      const time = Number.isFinite(seconds) ? `for ${Math.round(seconds)} seconds` : 'for ever'
      const detail = `The picture moves ${time}.`
      return [{ kind: 'moves', selector: selectorOf(element), snippet: snippetOf(element), detail }]
    }),
  )
  return found.flat()
}

function addressOf(element: Element): string {
  if (element instanceof HTMLImageElement) {
    return element.currentSrc === '' ? element.src : element.currentSrc
  }
  return element instanceof HTMLObjectElement ? element.data : (element.getAttribute('src') ?? '')
}

function mayMove(address: string): boolean {
  return /\.(gif|webp|a?png|svg)([?#]|$)|^data:image\/(gif|webp|a?png|svg)/i.test(address)
}

async function bytesOf(address: string): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(address)
    return new Uint8Array(await answer.arrayBuffer())
  } catch {
    // The page's policy, or another server, does not let it be read.
    return undefined
  }
}

/** @returns how long the picture moves, in seconds; 0 when it stands still */
function secondsOf(bytes: Uint8Array): number {
  const start = String.fromCharCode(...bytes.slice(0, 16))
  if (start.startsWith('GIF8')) return gifSeconds(bytes)
  if (/^\s*<|^\uFEFF/.test(start)) return drawingSeconds(new TextDecoder().decode(bytes))
  if (start.startsWith('RIFF')) return loopsOf(bytes, 'ANIM', 12)
  return loopsOf(bytes, 'acTL', 8)
}

/** A drawing (SVG) that has motion in it without an end. */
function drawingSeconds(text: string): number {
  const isEndless = /repeat(Count|Dur)\s*=\s*["']indefinite|animation[^;}]*\binfinite\b/.test(text)
  return isEndless ? Number.POSITIVE_INFINITY : 0
}

/** WebP and PNG say how often they go round, and most say for ever. */
function loopsOf(bytes: Uint8Array, chunk: string, at: number): number {
  const head = Array.from(bytes.slice(0, 4096), (byte) => String.fromCharCode(byte)).join('')
  const place = head.indexOf(chunk)
  if (place < 0) return 0
  const loops = bytes
    .slice(place + at, place + at + (chunk === 'ANIM' ? 2 : 4))
    .reduce((sum, byte) => sum + byte, 0)
  return loops === 0 ? Number.POSITIVE_INFINITY : 0
}

/** Reads the blocks of a GIF (GIF89a, and Netscape's block that says how often to go round). */
function gifSeconds(bytes: Uint8Array): number {
  const at = (place: number): number => bytes[place] ?? 0
  const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let place = 13 + tableSize(at(10))
  let [frames, hundredths, rounds] = [0, 0, 1]
  while (place < bytes.length && at(place) !== 0x3b) {
    if (at(place) === 0x2c) {
      frames += 1
      place = skip(place + 11 + tableSize(at(place + 9)))
    } else if (at(place) === 0x21) {
      if (at(place + 1) === 0xf9) hundredths += Math.max(at(place + 4) + 256 * at(place + 5), 2)
      if (at(place + 1) === 0xff && at(place + 2) === 11 && at(place + 3) === 0x4e) {
        const given = at(place + 16) + 256 * at(place + 17)
        rounds = given === 0 ? Number.POSITIVE_INFINITY : given + 1
      }
      place = skip(place + 2)
    } else break
  }
  return frames < 2 ? 0 : (hundredths / 100) * rounds

  function skip(from: number): number {
    let next = from
    while (at(next) !== 0 && next < bytes.length) next += at(next) + 1
    return next + 1
  }
}

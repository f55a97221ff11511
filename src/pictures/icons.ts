import { createCanvas, loadImage } from '@napi-rs/canvas'

/**
 * The site's icon. src/layouts/Page.astro has it once more, inside the page, so that a page is
 * one request; a test compares the two.
 */
export const drawing =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><path fill='#155' d='M0 0h8v8H0z'/><path stroke='#fff' d='M2 2.5h4M2 4h4M2 5.5h2'/></svg>"
const ground = '#155'

export interface Icon {
  /** It stands at /<name>.png. */
  name: string
  /** In pixels, in both directions. */
  size: number
  purpose: 'any' | 'maskable'
}

export const icons: readonly Icon[] = [
  { name: 'icon-192', size: 192, purpose: 'any' },
  { name: 'icon-512', size: 512, purpose: 'any' },
  { name: 'icon-maskable-512', size: 512, purpose: 'maskable' },
  // iOS asks for it by this name, and so do some programs that show links.
  { name: 'apple-touch-icon', size: 180, purpose: 'any' },
]

/** @returns the icon as a PNG file, without transparency */
export async function drawIcon({ size, purpose }: Icon): Promise<Uint8Array<ArrayBuffer>> {
  // Of a maskable icon only a circle of 80 per cent is certain to be seen
  // (https://www.w3.org/TR/appmanifest/#icon-masks).
  return draw(size, purpose === 'maskable' ? 0.8 : 1)
}

/** @returns /favicon.ico, which some feed readers and search engines ask for */
export async function drawFavicon(): Promise<Uint8Array<ArrayBuffer>> {
  const sizes = [16, 32, 48]
  const pictures = await Promise.all(sizes.map((size) => draw(size, 1)))
  const directory = Buffer.alloc(6 + 16 * sizes.length)
  // 1 is an icon and not a cursor; then how many follow.
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(sizes.length, 4)
  let offset = directory.length
  pictures.forEach((picture, index) => {
    const entry = 6 + 16 * index
    const size = sizes[index] ?? 0
    directory.set([size, size], entry)
    directory.writeUInt16LE(1, entry + 4)
    directory.writeUInt16LE(32, entry + 6)
    directory.writeUInt32LE(picture.length, entry + 8)
    directory.writeUInt32LE(offset, entry + 12)
    offset += picture.length
  })
  return new Uint8Array(Buffer.concat([directory, ...pictures]))
}

/** @param share how much of the size the drawing takes; round it is its ground */
async function draw(size: number, share: number): Promise<Uint8Array<ArrayBuffer>> {
  const margin = Math.ceil((size * (1 - share)) / 2)
  const inside = size - 2 * margin
  const sized = drawing.replace('<svg ', `<svg width='${inside}' height='${inside}' `)
  const context = createCanvas(size, size).getContext('2d')
  context.fillStyle = ground
  context.fillRect(0, 0, size, size)
  context.drawImage(await loadImage(Buffer.from(sized)), margin, margin)
  return new Uint8Array(context.canvas.encodeSync('png'))
}

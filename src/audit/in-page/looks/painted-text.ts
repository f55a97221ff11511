import { boxesOf, isSeen, selectorOf, snippetOf } from '../dom.ts'
import { backgroundOf } from './backgrounds.ts'
import { blocksOf } from './blocks.ts'
import { colourOf, contrast, over, type Colour } from './colours.ts'
import { isLarge } from './text-contrast.ts'

/** Elements that are measured, at most, and how far down the page. */
const MOST = 60
const MOST_PX = 6_000
/** Shares of the pixels under letters that are too pale: up to the first it passes, from the second it fails. */
const FEW = 0.02
const MANY = 0.5

/** A part of the page, in CSS px from its top left. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What pixels say of the text of an element. */
export interface Verdict {
  readonly selector: string
  readonly snippet: string
  /** Of 4.5:1 (3:1 when large), and of 7:1 (4.5:1). */
  readonly enough: 'passes' | 'fails' | 'unclear'
  readonly enhanced: 'passes' | 'fails' | 'unclear'
  /** The share of its letters that is too pale for `enough`, or 0 when nothing is known. */
  readonly pale: number
  /** The contrast that most of its letters have. */
  readonly ratio: number
}

interface Subject {
  readonly asked: string
  readonly element: Element
  readonly lines: Area[]
}

let subjects: Subject[] = []
let cover: CSSStyleSheet | undefined

/**
 * Chooses the text that is measured next.
 *
 * @param selectors of elements whose own text is asked for; null for all text over pictures
 * @returns the part of the page that has to be pictured, or null when there is nothing to measure
 */
export function paintedTexts(selectors: readonly string[] | null): Area | null {
  const asked = selectors?.flatMap((selector) => {
    const element = find(selector)
    return element ? [{ asked: selector, element }] : []
  })
  const chosen = asked ?? overPictures().map((element) => ({ asked: selectorOf(element), element }))
  subjects = chosen
    .slice(0, MOST)
    .map((subject) => ({ ...subject, lines: linesOf(subject.element) }))
    .filter(({ lines }) => lines.length > 0)
  const lines = subjects.flatMap((subject) => subject.lines)
  if (lines.length === 0) return null
  const [left, top] = [Math.min(...lines.map(({ x }) => x)), Math.min(...lines.map(({ y }) => y))]
  const right = Math.max(...lines.map(({ x, width }) => x + width))
  const bottom = Math.max(...lines.map(({ y, height }) => y + height))
  const x = Math.max(0, Math.floor(left))
  const y = Math.max(0, Math.floor(top))
  return {
    x,
    y,
    width: Math.ceil(Math.min(right - x, MOST_PX)),
    height: Math.ceil(Math.min(bottom - y, MOST_PX)),
  }
}

function find(selector: string): Element | null {
  try {
    return document.querySelector(selector)
  } catch {
    return null
  }
}

function overPictures(): Element[] {
  return blocksOf()
    .flatMap(({ texts }) => [...new Set(texts.map(({ element }) => element))])
    .filter((element) => {
      const { isCertain } = backgroundOf(element)
      return !isCertain || getComputedStyle(element).textShadow !== 'none'
    })
}

function linesOf(element: Element): Area[] {
  if (!isSeen(element)) return []
  const own = [...element.childNodes].filter((node) => node instanceof Text)
  return own
    .filter(({ data }) => /\S/.test(data))
    .flatMap(boxesOf)
    .filter(({ width, height }) => width > 1 && height > 1)
    .map(({ left, top, width, height }) => ({ x: left + scrollX, y: top + scrollY, width, height }))
}

/**
 * Gives all letters one paint; shadows and backgrounds stay.
 *
 * @param paint `transparent`, or a colour that no page is likely to have behind its letters: what
 *   letters cover is found even where their own paint is that of the background
 */
export function paintText(paint: string): void {
  showText()
  cover = new CSSStyleSheet()
  cover.replaceSync(
    `*, ::before, ::after { -webkit-text-fill-color: ${paint} !important; text-decoration-color: transparent !important; transition: none !important; forced-color-adjust: none !important }`,
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, cover]
}

/** Puts the paint back. */
export function showText(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== cover)
}

/**
 * @param given pictures of one area, as PNG in base64, with letters in one paint and without
 * @returns what they say of the text that `paintedTexts` chose
 */
export async function judgePainted(given: {
  area: Area
  shown: string
  hidden: string
}): Promise<(Verdict & { asked: string })[]> {
  const { area } = given
  const [shown, hidden] = await Promise.all([pixels(given.shown), pixels(given.hidden)])
  if (!shown || !hidden) return []
  return subjects.map(({ asked, element, lines }) => {
    const style = getComputedStyle(element)
    const ratios = lines.flatMap((line) => ratiosUnder(line, area, shown, hidden, paintOf(element)))
    ratios.sort((a, b) => a - b)
    const needed = isLarge(style) ? 3 : 4.5
    const middle = ratios[Math.floor(ratios.length / 2)] ?? 0
    const verdict = (least: number): Verdict['enough'] => {
      if (ratios.length < 8) return 'unclear'
      const share = ratios.filter((ratio) => ratio < least).length / ratios.length
      return share <= FEW ? 'passes' : share >= MANY ? 'fails' : 'unclear'
    }
    return {
      asked,
      selector: selectorOf(element),
      snippet: snippetOf(element),
      enough: verdict(needed),
      enhanced: verdict(needed === 3 ? 4.5 : 7),
      pale: ratios.filter((each) => each < needed).length / Math.max(1, ratios.length),
      ratio: middle,
    }
  })
}

/** The paint of the letters, with the opacity of all that holds them. */
function paintOf(element: Element): Colour {
  const style = getComputedStyle(element)
  const colour = colourOf(style.getPropertyValue('-webkit-text-fill-color') || style.color)
  let { alpha } = colour
  for (let at: Element | null = element; at; at = at.parentElement) {
    alpha *= Number(getComputedStyle(at).opacity)
  }
  return { ...colour, alpha }
}

/** Ratios at the pixels that letters change. */
function ratiosUnder(
  line: Area,
  area: Area,
  shown: ImageData,
  hidden: ImageData,
  paint: Colour,
): number[] {
  const ratios: number[] = []
  const [left, top] = [Math.round(line.x - area.x), Math.round(line.y - area.y)]
  const right = Math.min(shown.width, left + Math.ceil(line.width))
  const bottom = Math.min(shown.height, top + Math.ceil(line.height))
  for (let y = Math.max(0, top); y < bottom; y += 1) {
    for (let x = Math.max(0, left); x < right; x += 1) {
      const [over1, under] = [at(shown, x, y), at(hidden, x, y)]
      const change =
        Math.abs(over1.red - under.red) +
        Math.abs(over1.green - under.green) +
        Math.abs(over1.blue - under.blue)
      // Less is the edge of a letter.
      if (change > 120) ratios.push(contrast(over(paint, under), under))
    }
  }
  return ratios
}

function at({ data, width }: ImageData, x: number, y: number): Colour {
  const place = 4 * (y * width + x)
  return {
    red: data[place] ?? 0,
    green: data[place + 1] ?? 0,
    blue: data[place + 2] ?? 0,
    alpha: 1,
  }
}

async function pixels(base64: string): Promise<ImageData | undefined> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
  context?.drawImage(picture, 0, 0)
  return context?.getImageData(0, 0, picture.width, picture.height)
}

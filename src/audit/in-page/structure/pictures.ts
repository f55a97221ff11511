import { all, isRendered, isSeen, nameOf, squeeze } from '../dom.ts'
import { oncePerRun } from '../looks/once.ts'

/** @returns the `<img>` elements that are rendered, in the order of the document */
export const picturesOfPage = oncePerRun(() => all<HTMLImageElement>('img').filter(isRendered))

/** Pictures with a text alternative, and the alternative: `<img>`, `role=img`, buttons and areas. */
export const namedPictures = oncePerRun((): { element: HTMLElement; name: string }[] =>
  all('img[alt], [role=img], input[type=image][alt], area[alt]')
    .filter((element) => element.localName === 'area' || isRendered(element))
    .filter((element) => element.closest('[aria-hidden=true]') === null)
    .map((element) => ({ element, name: nameOf(element) }))
    .filter(({ element, name }) => name !== '' || element.getAttribute('alt') !== ''),
)

/** @returns the name of the file of a picture, with its ending, or nothing for data */
export function fileOf(element: Element): string {
  const source = element.getAttribute('src') ?? ''
  if (/^(data|blob):/.test(source)) return ''
  const last =
    source
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

const EMPTY_WORDS = new Set(
  'image img picture pic photo photograph graphic icon logo banner hero thumb thumbnail small large medium big header footer main left right top bottom final copy new old edit version scaled crop cropped retina square wide placeholder default sample shot screenshot illustration figure fig the and for with from dsc dark light black white blocks block home page web site jpg jpeg png gif svg webp untitled file drawing chart graph map plan'.split(
    ' ',
  ),
)

/** @returns the words of a text or a file name that say something, small; none under three letters */
export function tellingWords(text: string): string[] {
  return text
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (word) =>
        /^\p{L}[\p{L}\p{N}]{2,}$/u.test(word) && !/\d{2}/.test(word) && !EMPTY_WORDS.has(word),
    )
}

/** Whether two words are forms of one: `library` and `libraries`. */
export function isKin(one: string, other: string): boolean {
  const length = Math.max(3, Math.min(one.length, other.length, 5))
  return (
    one.slice(0, length) === other.slice(0, length) || one.includes(other) || other.includes(one)
  )
}

/** Whether a picture is made to keep a place open, by its size or its name. */
export function isSpacer(picture: HTMLImageElement): boolean {
  const { naturalWidth, naturalHeight } = picture
  const isDot = naturalWidth === 1 && naturalHeight === 1
  const [width, height] = ['width', 'height'].map((name) => picture.getAttribute(name))
  const isThin = /^[12]$/.test(width ?? '') || /^[12]$/.test(height ?? '')
  return (
    isDot ||
    isThin ||
    /^(spacer|blank|clear|transparent|dot|pixel|1x1|shim)\b/i.test(fileOf(picture))
  )
}

const ORNAMENT =
  /(^|[^a-z])(swirl|divider|separator|spacer|border|bg|background|decor\w*|ornament\w*|pattern|texture|shadow|corner|line|rule|dots?|bullet|arrow|chevron|curve|wave|blank|clear|pixel|star|firework\w*|confetti|balloon\w*|flourish)([^a-z]|$)/i

/**
 * Whether a picture without text alternative may hold something: it is of some size and detail,
 * does not look or sound like an ornament, and no words in the same link, button or figure say it.
 */
export function mayHoldContent(element: Element): boolean {
  if (!isSeen(element)) return false
  const { width, height } = element.getBoundingClientRect()
  if (width < 32 || height < 20 || width * height < 1600) return false
  if (ORNAMENT.test(`${fileOf(element)} ${element.id} ${element.getAttribute('class') ?? ''}`))
    return false
  const holder = element.closest(
    'a, button, figure, label, summary, [role=button], [role=link], [role=img]',
  )
  if (holder !== null && nameOf(holder) !== '') return false
  return holder === null || squeeze(holder.textContent) === ''
}

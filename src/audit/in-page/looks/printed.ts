import { all, isRendered, selectorOf, snippetOf, squeeze, wordsOf } from '../dom.ts'

/** A place, and what is wrong there on paper. */
export interface PrintedPlace {
  readonly kind: 'lost' | 'bar'
  readonly selector: string
  readonly snippet: string
  readonly detail: string
}

let onScreen: { element: HTMLElement; length: number } | undefined

/** Notes the words of the page as they stand on the screen. */
export function noteScreen(): void {
  const element = document.querySelector<HTMLElement>('main, [role=main]') ?? document.body
  onScreen = { element, length: wordsOf(element).length }
}

/** @returns what paper loses, and what would stand on every sheet; asked for in print media */
export function printFaults(): PrintedPlace[] {
  return [...lost(), ...bars()]
}

function lost(): PrintedPlace[] {
  if (!onScreen || onScreen.length < 40) return []
  const { element, length } = onScreen
  const left = isRendered(element) ? squeeze(element.innerText).length : 0
  // Ways through the page are of no use on paper; its content is.
  const share = left / length
  if (share > 0.5) return []
  return [place('lost', element, `Of its words ${Math.round(share * 100)} % are printed.`)]
}

function bars(): PrintedPlace[] {
  return all('*', document.body)
    .filter((element) => getComputedStyle(element).position === 'fixed' && isRendered(element))
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > innerWidth / 3 && height > 16 && squeeze(element.innerText) !== ''
    })
    .slice(0, 3)
    .map((element) => place('bar', element, 'It covers words on each sheet.'))
}

function place(kind: PrintedPlace['kind'], element: Element, detail: string): PrintedPlace {
  return { kind, selector: selectorOf(element), snippet: snippetOf(element), detail }
}

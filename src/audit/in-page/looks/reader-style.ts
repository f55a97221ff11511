import { whileUnchanged } from '../dom.ts'

/**
 * @param work what is worked out while the style that a reader brings along is off
 * @returns its result; the page is as before
 */
export function withoutReaderStyle<Result>(work: () => Result): Result {
  const sheets = [...document.adoptedStyleSheets]
  document.adoptedStyleSheets = []
  try {
    return whileUnchanged(work)
  } finally {
    document.adoptedStyleSheets = sheets
  }
}

/*
 * What mutants call. These run in the browser; the test puts their text before that of each mutant.
 */

/** @returns the first element that fits; without one the mutant would be none */
export function first(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`Nothing fits ${selector}`)
  return found
}

/** Adds a style sheet to the page. */
export function style(css: string): void {
  const sheet = document.createElement('style')
  sheet.textContent = css
  document.head.append(sheet)
}

/** Adds a script that runs when the page has been read. */
export function script(code: string): void {
  const element = document.createElement('script')
  element.type = 'application/x-mutant'
  element.textContent = code
  document.body.append(element)
}

/** Puts HTML after the first element that fits. */
export function after(selector: string, html: string): void {
  first(selector).insertAdjacentHTML('afterend', html)
}

/** Gives an element another name, and leaves all else of it. */
export function rename(selector: string, name: string): void {
  const old = first(selector)
  const renamed = document.createElement(name)
  for (const { name: attribute, value } of old.attributes) renamed.setAttribute(attribute, value)
  renamed.append(...old.childNodes)
  old.replaceWith(renamed)
}

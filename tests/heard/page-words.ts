import type { Page } from '@playwright/test'

/**
 * All that a page has to say, in its order: its text with the numbers of its lists, and the names
 * that stand for the content of a link or a field.
 */
export function textOf(page: Page): Promise<string> {
  return page.locator('body').evaluate((body) => {
    const number = (item: Element) => {
      const list = item.parentElement
      const isNumbered =
        list instanceof HTMLOListElement && getComputedStyle(item).listStyleType === 'decimal'
      return isNumbered ? `${list.start + [...list.children].indexOf(item)}. ` : ''
    }
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data
      if (!(node instanceof HTMLElement) || node.matches('script, style')) return ''
      if (!node.checkVisibility()) return ''
      const name = node.matches('a, button, input') ? node.getAttribute('aria-label') : null
      if (name !== null) return ` ${name} `
      if (node instanceof HTMLImageElement) return ` ${node.alt} `
      return ` ${number(node)}${[...node.childNodes].map(read).join('')} `
    }
    return read(body)
  })
}

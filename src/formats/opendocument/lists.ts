import type { Element } from 'xast'
import { x } from 'xastscript'

/**
 * The items of a list as a list. An item holds paragraphs, headings and lists only (OpenDocument
 * 1.3, part 3, <text:list-item>): a table of one stands between two parts of the list, and the
 * second part goes on with the numbers of the first.
 * @param id for the list, where it has more than one part
 * @param items the blocks of each
 */
export function listOf(
  style: string,
  id: string,
  items: readonly (readonly Element[])[],
  start: number,
): Element[] {
  const written: Element[] = []
  let first: Element | undefined
  let list: Element | undefined
  for (const [index, blocks] of items.entries()) {
    let item: Element | undefined
    for (const [position, block] of blocks.entries()) {
      if (block.name === 'table:table') {
        written.push(block)
        list = item = undefined
        continue
      }
      if (!list) {
        if (first) first.attributes['xml:id'] = id
        list = x('text:list', {
          'text:style-name': style,
          'text:continue-list': first && id,
        })
        first ??= list
        written.push(list)
      }
      if (!item) {
        const begins = index === 0 && start !== 1 ? { 'text:start-value': start } : {}
        // A header has no number: it goes on with an item that a table stands in.
        item = position === 0 ? x('text:list-item', begins) : x('text:list-header')
        list.children.push(item)
      }
      item.children.push(block)
    }
  }
  return written
}

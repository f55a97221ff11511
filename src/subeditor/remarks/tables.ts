import type { Table, TableRow } from 'mdast'
import type { Reader, Remark } from '../manuscript.ts'
import { attributeOf, isElement, textOf } from '../read-tree.ts'
import { linesOf } from '../source-lines.ts'

const cellsOf = ({ children }: TableRow): string[] => children.map((cell) => textOf(cell).trim())
const startOf = ({ position }: Pick<Table, 'position'>): number => position?.start.offset ?? 0

/** An amount: not a year, which may well be the name of a column. */
const amount = /^[£$€]?\s?-?(?!(?:19|20)\d\d$)\d[\d,. ]*\s?(?:%|per cent|million|billion|m|k)?$/i
/** A caption that would suit every table. */
const emptyCaption = /^(?:(?:the |a )?(?:table|data|figures|overview|results?)(?: \d+)?[.:]?)$/i
/** A sentence, not a value: so many words. */
const isLongCell = (words: string): boolean => (words.match(/\p{L}+/gu)?.length ?? 0) > 20

/** Tables that are no tables, and what a screen reader cannot say of the others (WCAG 1.3.1). */
export const tables: Reader = function* ({ nodes, text }) {
  for (const node of nodes) {
    if (node.type === 'paragraph' && isTyped(linesOf(node, text).map(({ words }) => words))) {
      yield {
        at: startOf(node),
        what: 'Columns are typed with signs or spaces, so that a screen reader finds no table.',
        mend: 'Write a table: | One | Two |, then | --- | --- |, then the rows, between <Table caption="…"> and </Table>.',
      }
    }
    if (!isElement(node) || node.name !== 'Table') continue
    const caption = attributeOf(node, 'caption')
    if (caption !== undefined && emptyCaption.test(caption.trim())) {
      yield {
        at: startOf(node),
        what: `The caption “${caption}” does not say what the table shows.`,
        mend: 'Name what is compared or counted, where and when.',
      }
    }
    const [table] = node.children
    if (table?.type === 'table') {
      const hasRowHeaders = node.attributes.some(
        (each) => each.type === 'mdxJsxAttribute' && each.name === 'rowHeaders',
      )
      yield* remarksOn(table, hasRowHeaders)
    }
  }
}

function* remarksOn(table: Table, hasRowHeaders: boolean): Generator<Remark> {
  const at = startOf(table)
  const [header = [], ...rows] = table.children.map(cellsOf)
  const [first] = rows
  if (header.length === 1) {
    yield {
      at,
      what: 'A table has only one column.',
      mend: 'Write a list: a screen reader says columns and rows where there is nothing to compare.',
    }
    return
  }
  if (rows.length === 1 && first && first.filter(isLongCell).length > 1) {
    yield {
      at,
      what: 'A table with one row holds passages of text, so that it only puts them side by side.',
      mend: 'Write a heading and a paragraph for each.',
    }
    return
  }
  if (header.some((words) => amount.test(words)) && first?.some((words) => amount.test(words))) {
    yield {
      at,
      what: 'The first row of a table holds figures, where a screen reader looks for the names of the columns.',
      mend: 'Put a row with the name of each column above it.',
    }
  }
  const names = header.map((words) => words.toLowerCase()).filter((words) => words !== '')
  if (new Set(names).size < names.length) {
    yield {
      at,
      what: 'Two columns of a table have the same name.',
      mend: 'Give each its own: a screen reader says it with every cell.',
    }
  }
  if (!hasRowHeaders && namesItsRows(rows)) {
    yield {
      at,
      what: 'The first column of a table names its rows, and a screen reader is not told so.',
      mend: 'Write <Table caption="…" rowHeaders>.',
    }
  }
  const empty = table.children.slice(1).flatMap((row) => row.children)
  const gap = empty.find((cell) => textOf(cell).trim() === '' && cell.children.length === 0)
  if (gap) {
    yield {
      at: gap.position?.start.offset ?? at,
      what: 'A cell of a table is empty, and nobody can hear why.',
      mend: 'Write what is meant, such as “none” or “not known”.',
    }
  }
}

/** Whether each row begins with words of its own and goes on with amounts alone. */
function namesItsRows(rows: readonly string[][]): boolean {
  const names = new Set(rows.map(([name = '']) => name))
  return (
    rows.length > 1 &&
    names.size === rows.length &&
    rows.every(
      ([name = '', ...values]) =>
        /\p{L}/u.test(name) && values.every((value) => amount.test(value)),
    )
  )
}

/** Whether two lines or more have signs or spaces for columns; code may have any. */
function isTyped(lines: readonly string[]): boolean {
  const words = lines.map((line) => line.replaceAll('||', '').replace(/`[^`]*`?/g, '`'))
  return [/\S\s*\|\s*\S/, /\S(?:\t+| {3,})\S/].some(
    (columns) => words.filter((line) => columns.test(line)).length > 1,
  )
}

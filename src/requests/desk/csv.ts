import { stringify } from 'csv-stringify/sync'
import { printableLines } from './printable.ts'

/**
 * Rows as a spreadsheet reads them (RFC 4180). A cell that begins as a formula does gets a ' before
 * it, because spreadsheets run what strangers type.
 *
 * @param heads the first row; none when left out
 */
export function csv(
  heads: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
): string {
  const lines = heads === undefined ? rows : [heads, ...rows]
  const cells = lines.map((cells) => cells.map(printableLines).map(asText))
  // csv-stringify itself does not quote a line feed where lines end in CRLF.
  return stringify(cells, { record_delimiter: '\r\n', quoted_string: true, quoted_empty: false })
}

/** Some spreadsheets skip spaces before a formula. */
function asText(text: string): string {
  const cell = text.trim()
  return /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell
}

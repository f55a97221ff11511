import { PdfArray, PdfDict, PdfName } from '@libpdf/core'
import type { PdfStructure } from './structure.ts'

/**
 * Makes the first cell of each row a header of its row, where a table has such: Typst 0.14 can
 * mark headers of columns only. With a scope for both kinds of header, the list of headers that
 * Typst gives each cell is no longer needed, and it would hide those of the rows
 * (ISO 32000-1, table 349).
 * @param rowHeaders for each table of the file, in order, whether it has headers of rows
 */
export function markRowHeaders(structure: PdfStructure, rowHeaders: readonly boolean[]): void {
  if (!rowHeaders.includes(true)) return
  const tables = structure.elements('Table')
  if (tables.length !== rowHeaders.length) {
    throw new Error(`There are ${tables.length} tables in the PDF, not ${rowHeaders.length}.`)
  }
  tables.forEach((table, index) => {
    if (rowHeaders[index] !== true) return
    for (const body of structure.elementsIn(table, 'TBody')) {
      for (const row of structure.elementsIn(body, 'TR')) markRow(structure.kids(row))
    }
  })
}

function markRow(cells: readonly PdfDict[]): void {
  cells.forEach((cell, column) => {
    const [isHeader, attributes] = [column === 0, otherAttributes(cell)]
    if (isHeader) {
      cell.set('S', PdfName.of('TH'))
      attributes.push(PdfDict.of({ O: PdfName.of('Table'), Scope: PdfName.of('Row') }))
    }
    if (attributes.length === 0) cell.delete('A')
    else cell.set('A', new PdfArray(attributes))
  })
}

/** What is said of a cell besides its headers, such as its borders. */
function otherAttributes(cell: PdfDict): PdfDict[] {
  const held = cell.get('A')
  const all = held instanceof PdfArray ? held.toArray() : [held]
  return all
    .filter((each): each is PdfDict => each instanceof PdfDict)
    .filter((each) => each.getName('O')?.value !== 'Table')
}

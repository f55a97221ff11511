import { capitalised, counted } from '../../document/nodes.ts'
import { styleId, tableStyleName } from './styles.ts'
import { val, w, type Xml } from './markup.ts'

/* What the tables of a Word document are, besides their cells. Lengths are in twentieths of a point. */

export interface TableFacts {
  caption: string
  rowHeaders: boolean
  /** How many, without the header row. */
  rows: number
  widths: readonly number[]
  /** How far it is set in. */
  indent: number
  isRightToLeft: boolean
}

/** `w:tblPr`, in the order of CT_TblPr (section 17.4.59), and `w:tblGrid`. */
export function tableProperties(table: TableFacts): Xml[] {
  const { caption, rowHeaders, rows, widths, indent, isRightToLeft } = table
  const width = widths.reduce((sum, each) => sum + each, 0)
  const properties = w(
    'tblPr',
    {},
    val('tblStyle', styleId(tableStyleName)),
    isRightToLeft && w('bidiVisual', {}),
    w('tblW', { w: width, type: 'dxa' }),
    indent > 0 && w('tblInd', { w: indent, type: 'dxa' }),
    w('tblLayout', { type: 'fixed' }),
    w('tblLook', {
      // The same as a number, for Word 2007 (section 17.4.55).
      val: rowHeaders ? '06A0' : '0620',
      firstRow: 1,
      lastRow: 0,
      firstColumn: rowHeaders ? 1 : 0,
      lastColumn: 0,
      noHBand: 1,
      noVBand: 1,
    }),
    val('tblCaption', caption),
    val('tblDescription', inWords(widths.length, rows, rowHeaders)),
  )
  const columns = widths.map((each) => w('gridCol', { w: each }))
  return [properties, w('tblGrid', {}, columns)]
}

/** What a screen reader says of a table before its cells. */
const inWords = (columns: number, rows: number, rowHeaders: boolean): string =>
  `${capitalised(counted(columns, 'column'))} and ${counted(rows, 'row')} below a row of column headings${rowHeaders ? '; the first cell of each row is its heading' : ''}.`

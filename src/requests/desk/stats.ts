import { publicFigures } from '../figures.ts'
import { Records } from '../records.ts'
import type { Answer, Desk } from './desk.ts'
import { table } from './table.ts'
import { formatName } from './words.ts'

/** `stats`: how many asked and were answered in time, by format, without pointing at anybody. */
export async function stats(desk: Desk): Promise<Answer> {
  const figures = publicFigures(await new Records(await desk.database()).tallies())
  const named = Object.entries(figures.byFormat).map(([format, each]) => ({
    name: formatName(format),
    ...each,
  }))
  const rows = [...named, { name: 'In all', ...figures.inAll }].map((each) => ({
    cells: [String(each.asked), String(each.answered), String(each.inTime), each.name],
  }))
  return {
    data: figures,
    text: table(desk, ['Asked', 'Answered', 'In time', 'Format'], rows),
    advice: 'Possible spam is not counted.',
  }
}

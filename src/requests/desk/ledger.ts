import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parse, stringify } from 'yaml'
import { formatRequests, type FormatRequests } from '../../document/schemas.ts'
import { pathOf } from '../database.ts'
import { publicFigures } from '../figures.ts'
import { Records } from '../records.ts'
import type { Answer, Asked, Desk } from './desk.ts'

const HEADER = `# Requests for formats, counted. \`npm run requests -- ledger\` writes this file: change nothing here.
# A count under 5 is not given, so that nobody can be recognised; "not shown" would give one away.
`

/** `ledger`: writes the counts that the public reads. The same counts give the same bytes. */
export async function ledger(desk: Desk, asked: Asked): Promise<Answer> {
  const tallies = await new Records(await desk.database()).tallies()
  const months = tallies.map(({ month }) => month).toSorted()
  const [from, to] = [months.at(0), months.at(-1)]
  const [file] = asked.words
  const path = file === undefined ? pathOf('content/format-requests.yaml') : resolve(file)
  const counts = { ...(from && to && { from, to }), ...publicFigures(tallies) }
  const before = readLedger(path)
  // The day is that on which the counts were first these: git need not note that nothing changed.
  const isSame = before && isDeepStrictEqual({ ...before, counted: '' }, { ...counts, counted: '' })
  const data = formatRequests.parse({
    counted: isSame ? before.counted : desk.today,
    ...counts,
  })
  const text = HEADER + stringify(data)
  if (asked.flag('stdout')) return { data, text }
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
  return { data, text: `${isSame ? 'Nothing has changed in' : 'Wrote'} ${path}.\n` }
}

/** A ledger that somebody damaged is written anew. */
function readLedger(path: string): FormatRequests | undefined {
  if (!existsSync(path)) return undefined
  try {
    return formatRequests.safeParse(parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

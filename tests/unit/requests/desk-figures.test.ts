import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { formatRequests } from '../../../src/document/schemas.ts'
import { publicFigures, type Figure } from '../../../src/requests/figures.ts'
import { formats } from '../../../src/requests/fields.ts'
import { tally } from '../../../src/requests/tally.ts'
import { sqliteDatabase } from './databases.ts'
import { ask, desk, deskHere } from './desks.ts'
import { values } from './submissions.ts'

const month = '2016-11'
const counts = (asked: Record<string, number>) =>
  Object.entries(asked).map(([format, count]) => ({
    month,
    format,
    asked: count,
    answered: count,
    in_time: count,
  }))
/** What is shown of formats, when all others were asked for ten times. */
function shownAmongMany(asked: Record<string, number>): [total: Figure, ...Figure[]] {
  const many = Object.fromEntries(Object.keys(formats).map((format) => [format, 10]))
  const { inAll, byFormat } = publicFigures(counts({ ...many, ...asked }))
  return [inAll.asked, ...Object.keys(asked).map((format) => byFormat[format]?.asked ?? 0)]
}

test('a count under 5 is hidden, and the total is not', () => {
  assert.deepEqual(shownAmongMany({ word: 5, bsl: 5 }), [100, 5, 5])
  assert.deepEqual(shownAmongMany({ word: 3, bsl: 1, html: 6 }), [90, 'under 5', 'under 5', 6])
  const { inAll, byFormat } = publicFigures([])
  assert.deepEqual([inAll.asked, byFormat.html?.asked], ['under 5', 'under 5'])
})

test('what the total would give away is covered by others', () => {
  assert.deepEqual(shownAmongMany({ word: 3, html: 12, pdf: 5 }), [100, 'under 5', 'not shown', 5])
  // Twice 4 is the only way to 8; of 3 in two formats neither can be 4.
  for (const [word, bsl] of [
    [4, 4],
    [2, 1],
  ] as const) {
    const [, ...shown] = shownAmongMany({ word, bsl, html: 12 })
    assert.deepEqual(shown, ['under 5', 'under 5', 'not shown'])
  }
  // With 5 in the one that covers, 1 could not be 4: another has to cover too.
  const [, ...shown] = shownAmongMany({ word: 1, html: 5, 'large-print': 6 })
  assert.deepEqual(shown, ['under 5', 'not shown', 'not shown'])
})

test('each hidden count could be any from 0 to 4, whatever the counts are', () => {
  // Made-up numbers, the same each time.
  let seed = 1
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  let covered = 0
  for (let run = 0; run < 2_000; run++) {
    const asked: Record<string, number> = {}
    for (const name of Object.keys(formats)) asked[name] = next(4) === 0 ? next(5) : 5 + next(20)
    const { inAll, byFormat } = publicFigures(counts(asked))
    const figures = Object.values(byFormat).map((each) => each.asked)
    const shown = figures.reduce<number>(
      (sum, each) => sum + (typeof each === 'number' ? each : 0),
      0,
    )
    const small = figures.filter((each) => each === 'under 5').length
    const covers = figures.filter((each) => each === 'not shown').length
    if (small === 0) continue
    covered += covers
    // The room of one small count, as somebody sees it who knows all that is shown.
    const rest = Number(inAll.asked) - shown
    const most = Math.min(4, rest - 5 * covers)
    const least = covers > 0 ? 0 : Math.max(0, rest - 4 * (small - 1))
    const isNobody = rest === 0 && small > 1
    assert.ok(isNobody || (least === 0 && most === 4), JSON.stringify(asked))
  }
  assert.ok(covered > 0)
})

test('a row that covers another does so in every column', () => {
  const tallies = [...counts(Object.fromEntries(Object.keys(formats).map((name) => [name, 10])))]
  const changed = tallies.map((each) =>
    each.format === 'word' ? { ...each, asked: 3, answered: 3, in_time: 3 } : each,
  )
  const { byFormat } = publicFigures(changed)
  const covering = Object.values(byFormat).filter(({ asked }) => asked === 'not shown')
  assert.deepEqual(covering, [{ asked: 'not shown', answered: 'not shown', inTime: 'not shown' }])
})

test('an answer is in time until the end of the day in London', () => {
  const request = { received_at: '2016-11-30T23:59:00Z', due_on: '2017-06-02', format: 'bsl' }
  const counted = tally([
    { ...request, signals: '', answered_at: '2017-06-02T22:59:59Z' },
    { ...request, signals: '', answered_at: '2017-06-02T23:00:00Z' },
    { ...request, signals: '', answered_at: null },
    { ...request, signals: 'trap', answered_at: null },
  ])
  assert.deepEqual(counted, [{ month, format: 'bsl', asked: 3, answered: 2, in_time: 1 }])
})

test('the ledger holds counts alone, and the same counts are the same bytes', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  t.after(() => {
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'format-requests.yaml')
  const database = sqliteDatabase(t)
  const known = { name: 'Wombat', email: 'wombat@made-up.example', details: 'Wombat' }
  const references = await ask(database, ...Array<object>(6).fill({ values: values(known) }))
  assert.equal((await desk(database.env, 'ledger', file)).status, 0)
  const text = readFileSync(file, 'utf8')
  const ledger = formatRequests.parse(parse(text))
  assert.equal(ledger.byFormat['large-print']?.asked, 6)
  assert.match(text, /^# .*npm run requests -- ledger/)
  assert.doesNotMatch(text, /wombat|press-releases/i)
  for (const reference of references) assert.ok(!text.includes(reference))
  assert.equal(statSync(file).mode & 0o444, 0o444)

  const later = { ...database.env, SITE_NOW: '2016-12-05T10:00:00Z' }
  assert.match((await deskHere(later, ['ledger', file])).stdout, /^Nothing has changed/)
  assert.equal(readFileSync(file, 'utf8'), text)
  assert.equal((await deskHere(later, ['ledger', file, '--stdout'])).stdout, text)
  await ask(database, { values: values() })
  await deskHere(later, ['ledger', file])
  assert.equal(formatRequests.parse(parse(readFileSync(file, 'utf8'))).counted, '2016-12-05')
})

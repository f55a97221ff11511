import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  bankHolidays,
  bankHolidaysByRule,
  dueOn,
  isWorkingDay,
  publishedYears,
} from '../../../src/requests/due-date.ts'

const golden: [receivedAt: string, due: string, why: string][] = [
  ['2016-11-25T10:00:00Z', '2016-12-02', 'a Friday: the next one'],
  ['2016-12-23T10:00:00Z', '2017-01-04', 'Christmas and New Year'],
  ['2020-05-07T23:00:00Z', '2020-05-15', 'already the 8th in London, a moved bank holiday'],
  ['2022-05-27T10:00:00Z', '2022-06-07', 'two days for a jubilee'],
  ['2022-09-16T10:00:00Z', '2022-09-26', 'a day of mourning'],
  ['2023-04-28T10:00:00Z', '2023-05-09', 'a coronation'],
  ['2024-03-27T23:30:00Z', '2024-04-05', 'Easter; still winter time'],
  ['2026-03-29T23:00:00Z', '2026-04-08', 'midnight in London, on the first day of summer time'],
  ['2026-11-28T10:00:00Z', '2026-12-04', 'a Saturday'],
  ['2026-12-24T10:00:00Z', '2027-01-05', 'Boxing Day moves to Monday'],
  ['2027-12-31T23:59:59Z', '2028-01-10', 'the last second of a year'],
]

for (const [receivedAt, due, why] of golden) {
  test(`what comes at ${receivedAt} is answered by ${due}: ${why}`, () => {
    assert.equal(dueOn(new Date(receivedAt)), due)
  })
}

test('the time zone of the machine does not matter', () => {
  const module = join(import.meta.dirname, '../../../src/requests/due-date.ts')
  const program = `
    const { dueOn } = await import(${JSON.stringify(module)})
    console.log(${JSON.stringify(golden)}.map(([moment]) => dueOn(new Date(moment))).join())`
  for (const TZ of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu']) {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
    assert.equal(stdout.trim(), golden.map(([, due]) => due).join(), TZ)
  }
})

/** Days that were proclaimed or moved once, which no rule could know. */
const exceptional = ['2020', '2022', '2023']

for (const year of publishedYears) {
  test(`the rule and the published list ${exceptional.includes(year) ? 'differ' : 'agree'} in ${year}`, () => {
    const rule = bankHolidaysByRule(Number(year))
    if (exceptional.includes(year)) assert.notDeepEqual(rule, bankHolidays(year))
    else assert.deepEqual(rule, bankHolidays(year))
  })
}

test('beyond the list the rule counts', () => {
  assert.ok(!publishedYears.includes('2033'))
  // Both days of Christmas 2033 fall on a weekend, and Easter Sunday on 17 April.
  assert.ok(!isWorkingDay('2033-12-26') && !isWorkingDay('2033-12-27'))
  assert.ok(!isWorkingDay('2033-04-15') && !isWorkingDay('2033-04-18'))
  assert.ok(isWorkingDay('2033-12-28'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDay, readMoment } from '../../../src/drafting/moments.ts'

test('a day and a time in London get the offset that London has then', () => {
  for (const [typed, moment] of [
    ['1 December 2026 at 00:01', '2026-12-01T00:01:00+00:00'],
    ['1 December 2026, 0:01', '2026-12-01T00:01:00+00:00'],
    ['2026-12-01 00:01', '2026-12-01T00:01:00+00:00'],
    ['1 july 2026 at 9:30', '2026-07-01T09:30:00+01:00'],
    ['2026-10-25 00:59', '2026-10-25T00:59:00+01:00'],
    ['2026-10-25 02:00', '2026-10-25T02:00:00+00:00'],
    ['2026-03-29 00:59', '2026-03-29T00:59:00+00:00'],
    ['2026-03-29 02:00', '2026-03-29T02:00:00+01:00'],
    ['2026-12-01T00:01:00+02:00', '2026-12-01T00:01:00+02:00'],
    ['2026-12-01T00:01:00Z', '2026-12-01T00:01:00Z'],
  ] as const) {
    assert.equal(readMoment(typed), moment)
  }
})

test('a moment that is none, or that clocks show never or twice, is refused with what to write', () => {
  for (const [typed, message] of [
    [
      '2026-03-29 01:30',
      'On 29 March 2026 clocks in London go forward, and none shows 01:30. Write a time from 02:00 on, or one before 01:00.',
    ],
    [
      '25 October 2026 at 01:30',
      'On 25 October 2026 clocks in London go back, and show 01:30 twice. Write 2026-10-25T01:30:00+01:00 for the first time or 2026-10-25T01:30:00+00:00 for the second.',
    ],
    [
      '2026-12-01T00:01:00',
      '2026-12-01T00:01:00 has no offset from UTC. For London’s time write “2026-12-01 00:01”.',
    ],
    ['2026-12-01 24:00', '24:00 is not a time of day. Write one from 00:00 to 23:59.'],
    [
      '31 November 2026 at 09:00',
      'There is no day 31 November 2026. Write one that is in the calendar.',
    ],
    [
      'next Monday',
      '“next Monday” is not a day with a time. Write “1 December 2026 at 00:01” or “2026-12-01 00:01”, in London’s time.',
    ],
  ] as const) {
    assert.throws(() => readMoment(typed), { name: 'Refusal', message })
  }
})

test('a day can be typed as a date or in words', () => {
  assert.equal(readDay('2024-02-29'), '2024-02-29')
  assert.equal(readDay('1 March 2026'), '2026-03-01')
  for (const typed of ['2026-02-29', '1 Brumaire 2026', '01/03/2026', '']) {
    assert.throws(() => readDay(typed), { name: 'Refusal' })
  }
})

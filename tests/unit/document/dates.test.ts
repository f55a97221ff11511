import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dayInLondon,
  formatDay,
  formatDayWithWeekday,
  formatMonth,
  yearAndMonth,
} from '../../../src/document/dates.ts'

test('a day in words', () => {
  assert.equal(formatDay('2016-11-25'), '25 November 2016')
  assert.equal(formatDay('2020-09-01'), '1 September 2020')
  assert.equal(formatDay('2020-02-29'), '29 February 2020')
  assert.equal(formatDay('1999-12-31'), '31 December 1999')
})

test('a day with its weekday', () => {
  assert.equal(formatDayWithWeekday('2016-11-25'), 'Friday 25 November 2016')
  assert.equal(formatDayWithWeekday('2016-11-28'), 'Monday 28 November 2016')
})

test('a month in words, from a number or the digits of an address', () => {
  assert.equal(formatMonth(1), 'January')
  assert.equal(formatMonth('01'), 'January')
  assert.equal(formatMonth('12'), 'December')
  assert.equal(formatMonth(6), 'June')
})

test('the day in London at a moment', () => {
  assert.equal(dayInLondon(new Date('2016-11-25T23:59:59Z')), '2016-11-25')
  assert.equal(dayInLondon(new Date('2016-06-24T22:59:59Z')), '2016-06-24')
  assert.equal(dayInLondon(new Date('2016-06-24T23:00:00Z')), '2016-06-25')
  // The hour that is there twice.
  assert.equal(dayInLondon(new Date('2020-10-25T00:30:00Z')), '2020-10-25')
  assert.equal(dayInLondon(new Date('2020-10-25T23:30:00Z')), '2020-10-25')
})

test('year and month of a day', () => {
  assert.deepEqual(yearAndMonth('2016-11-25'), { year: '2016', month: '11' })
  assert.deepEqual(yearAndMonth('2020-01-05'), { year: '2020', month: '01' })
})

/*
 * `npm run due`: what goes out next and when, what waits, and what is to be read through again.
 * `--plans` tells which promises nobody has said anything about; `--since MOMENT`, what has become due
 * since then. `--json` is for programs. Another folder that has content/ in it can be named.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ConfigurationError, readConfiguration } from '../src/configuration.ts'
import { readSchedule } from '../src/document/schedule.ts'
import { readStalePlans } from '../src/document/stale-plans.ts'
import { plansInWords, scheduleInWords, sinceInWords } from './due-in-words.ts'

class WrongParameter extends Error {}

interface Answer {
  words: string
  data: object
  leftOut: readonly string[]
}

function answer(root: string, now: Date, plans: boolean, since: Date | undefined): Answer {
  if (plans) {
    const leftOut: string[] = []
    const reports = readStalePlans(root, now, leftOut)
    return { words: plansInWords(reports), data: { plans: reports }, leftOut }
  }
  const schedule = readSchedule(root)
  const { due, waiting, reviews, leftOut } = schedule
  if (since) {
    const became = due.filter(({ moment }) => moment > since && moment <= now)
    return { words: sinceInWords(became, since), data: { since: became }, leftOut }
  }
  const next = due.filter(({ moment }) => moment > now)
  const overdue = reviews.filter(({ moment }) => moment <= now)
  return { words: scheduleInWords(schedule, now), data: { next, waiting, overdue }, leftOut }
}

function readParameters() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        plans: { type: 'boolean', default: false },
        since: { type: 'string' },
      },
    })
  } catch {
    throw new WrongParameter('Known are --json, --plans, --since MOMENT and the name of a folder.')
  }
}

function readMoment(text: string): Date {
  if (z.iso.datetime({ offset: true }).safeParse(text).success) return new Date(text)
  throw new WrongParameter(
    `"${text}" is no moment with an offset from UTC: write, for example, --since 2016-11-25T10:00:00+00:00.`,
  )
}

try {
  const { values, positionals } = readParameters()
  const root = positionals[0] ?? join(import.meta.dirname, '..')
  const { now = new Date() } = readConfiguration(process.env)
  const since = values.since === undefined ? undefined : readMoment(values.since)
  const { words, data, leftOut } = answer(root, now, values.plans, since)
  console.log(values.json ? JSON.stringify({ now, ...data, leftOut }, null, 2) : words)
  if (leftOut.length > 0) {
    console.error(
      `Left out, because of errors that "npm run check" explains: ${leftOut.join(', ')}.`,
    )
  }
} catch (error) {
  if (!(error instanceof WrongParameter || error instanceof ConfigurationError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

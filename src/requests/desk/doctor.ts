import { checkDatabase, checkFiles } from './doctor-database.ts'
import {
  checkBankHolidays,
  checkClock,
  checkConfiguration,
  checkMailServer,
} from './doctor-setting.ts'
import type { Answer, Asked, Desk } from './desk.ts'
import { printable } from './printable.ts'

/** What was looked at: right, worth knowing, or wrong. */
export interface Finding {
  readonly about: string
  readonly result: 'right' | 'note' | 'wrong'
  /** What was found, and what to do when it is wrong. */
  readonly words: string
}

const colours = { right: 'green', note: 'yellow', wrong: 'red' } as const

/** `doctor`: looks at everything that could keep a request from being stored or answered. */
export async function doctor(desk: Desk, asked: Asked): Promise<Answer> {
  const findings = [
    ...checkConfiguration(desk),
    ...checkFiles(desk),
    ...(await checkDatabase(desk)),
    ...checkClock(desk),
    ...checkBankHolidays(desk),
    ...(asked.flag('mail') ? await checkMailServer(desk) : []),
  ]
  const wrong = findings.filter(({ result }) => result === 'wrong').length
  const lines = findings.map(({ about, result, words }) => {
    const mark = desk.paint(colours[result], result.padEnd(5))
    return `${mark}  ${about}: ${printable(words)}\n`
  })
  return {
    data: { wrong, findings },
    text: lines.join(''),
    exitCode: wrong === 0 ? 0 : 1,
    advice: wrong === 0 ? 'Nothing is wrong.' : `Wrong: ${wrong}.`,
  }
}

import { createTransport } from 'nodemailer'
import { formatDay } from '../../document/dates.ts'
import { daysAfter, publishedYears } from '../due-date.ts'
import type { Desk } from './desk.ts'
import type { Finding } from './doctor.ts'

/** Days before the end of the list of bank holidays from which it should be renewed: six months. */
const RENEWAL = 183

/** What is set and, for mail, what is not. Wrong values never come this far. */
export function checkConfiguration({ configuration: { mail, siteUrl } }: Desk): Finding[] {
  return [
    { about: 'Site', result: 'right', words: siteUrl },
    mail
      ? {
          about: 'Mail',
          result: 'right',
          words: `from ${mail.from.address} to ${mail.to.map(({ address }) => address).join(', ')}`,
        }
      : {
          about: 'Mail',
          result: 'note',
          words: 'SMTP_URL is not set: nobody is told of requests, and the desk alone shows them',
        },
  ]
}

/** Whether dates are those of the clock. */
export function checkClock({ configuration: { now } }: Desk): Finding[] {
  const clock = new Date().toISOString()
  return [
    now === undefined
      ? { about: 'Clock', result: 'right', words: `${clock} (UTC)` }
      : {
          about: 'Clock',
          result: 'wrong',
          words: `SITE_NOW says ${now.toISOString()}, the clock ${clock}: unset SITE_NOW, which is for tests`,
        },
  ]
}

/** Whether the published bank holidays reach far enough. */
export function checkBankHolidays({ today }: Desk): Finding[] {
  const last = `${publishedYears.toSorted().at(-1) ?? '0000'}-12-31`
  const isShort = daysAfter(today, RENEWAL) > last
  return [
    {
      about: 'Bank holidays',
      result: isShort ? 'wrong' : 'right',
      words: isShort
        ? `the list ends on ${formatDay(last)}, and then days that are proclaimed are not known: add the next years of GOV.UK's list to src/requests/bank-holidays-england.json`
        : `known until ${formatDay(last)}`,
    },
  ]
}

/** Whether the mail server lets this site in. No mail is sent. */
export async function checkMailServer({ configuration: { mail } }: Desk): Promise<Finding[]> {
  if (!mail) return [{ about: 'Mail server', result: 'wrong', words: 'SMTP_URL is not set' }]
  const transport = createTransport({
    url: mail.smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  try {
    await transport.verify()
    return [{ about: 'Mail server', result: 'right', words: 'answers and lets this site in' }]
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return [{ about: 'Mail server', result: 'wrong', words }]
  } finally {
    transport.close()
  }
}

import { randomUUID } from 'node:crypto'
import { createMailer } from '../mailer.ts'
import { Outbox } from '../outbox.ts'
import { DeskError, type Answer, type Desk } from './desk.ts'
import { printable } from './printable.ts'
import { table } from './table.ts'
import { durationWords, several } from './words.ts'

/** `outbox`: mail that has not been sent. */
export async function outbox(desk: Desk): Promise<Answer> {
  const unsent = await new Outbox(await desk.database()).unsent()
  if (unsent.length === 0) return { data: [], text: '', advice: 'All mail has been sent.' }
  const now = Date.now()
  const rows = unsent.map((mail) => ({
    cells: [
      mail.kind,
      mail.reference ?? '',
      durationWords(now - Date.parse(mail.created_at)),
      String(mail.attempts),
      nextAttempt(mail.next_attempt_at, now),
      mail.last_error ?? '',
    ],
  }))
  const heads = ['Kind', 'Reference', 'Waiting for', 'Attempts', 'Next attempt', 'Last error']
  const unset = desk.configuration.mail === undefined
  return {
    data: unsent,
    text: table(desk, heads, rows),
    ...(unset && { advice: 'SMTP_URL is not set, so no mail is sent.' }),
  }
}

function nextAttempt(moment: string, now: number): string {
  const wait = Date.parse(moment) - now
  return wait <= 0 ? 'now' : `in ${durationWords(wait)}`
}

/** `retry`: makes all unsent mail due at once. The server sends it. */
export async function retry(desk: Desk): Promise<Answer> {
  const due = await new Outbox(await desk.database()).retryAll(new Date())
  const words = due === 1 ? 'is due now. The server sends it' : 'are due now. The server sends them'
  return { data: { due }, text: `${several(due, 'e-mail')} ${words}.\n` }
}

/** `mail-test`: sends a mail to the team, here and now. */
export async function mailTest({ configuration: { mail, siteUrl } }: Desk): Promise<Answer> {
  if (!mail) throw new DeskError('No mail can be sent: SMTP_URL is not set.', 1)
  const to = mail.to.map(({ address }) => address)
  try {
    await createMailer(mail, new URL(siteUrl).hostname).send({
      id: `test-${randomUUID()}`,
      date: new Date(),
      to: mail.to,
      subject: 'Test: requests for formats',
      text: `This is a test from the desk of ${siteUrl}. It is not about anybody's request, and needs no answer.\n`,
    })
  } catch (error) {
    const reason = printable(error instanceof Error ? error.message : String(error))
    throw new DeskError(`The test mail was not sent: ${reason}`, 1)
  }
  return {
    data: { sent: true, to },
    text: `The mail server took the test mail to ${to.join(', ')}. Look whether it has come.\n`,
  }
}

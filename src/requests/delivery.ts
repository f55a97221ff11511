import { setTimeout as sleep } from 'node:timers/promises'
import type { MailConfiguration } from '../configuration.ts'
import { dayInLondon, timeInLondon } from '../document/dates.ts'
import { isWorkingDay } from './due-date.ts'
import { createMailer, type Mailer, type Message } from './mailer.ts'
import type { Mail, Outbox } from './outbox.ts'
import { copyMail, digestMail, digestOf, teamMail, type MailSite } from './request-mail.ts'
import type { RequestStore } from './store.ts'

/** Milliseconds that mail may wait before somebody should look. */
export const MAIL_ALARM = 60 * 60_000

/** The time in London at which the team is told what is due. */
const DIGEST_AT = '08:00'
/** Mails that are sent at once. */
const AT_ONCE = 3

/** Milliseconds. */
export interface Pace {
  /** After the first failure; each further one doubles it. */
  readonly first: number
  readonly longest: number
  /** How often to look for mail of other servers and for what is due again. */
  readonly look: number
}
const PACE: Pace = { first: 1_000, longest: 60 * 60_000, look: 5_000 }

/** Sends the mail of the outbox, in the background. */
export interface Delivery {
  /** Looks for mail at once. */
  readonly wake: () => void
  /** Finishes what is being sent; what that leaves stays in the outbox. */
  readonly stop: () => Promise<void>
}

/** Something for the log. It names mail by its id, and holds nothing about anybody. */
export interface DeliveryEvent {
  readonly event: 'mail-sent' | 'mail-failed' | 'mail-overdue' | 'mail-away'
  readonly [detail: string]: string | number
}

export interface DeliveryOptions {
  readonly store: RequestStore
  readonly outbox: Outbox
  readonly mail: MailConfiguration
  readonly site: MailSite
  /** What counts as today for the digest. Mail itself goes by the clock. */
  readonly now: () => Date
  readonly report: (event: DeliveryEvent) => void
  readonly mailer?: Mailer
  readonly pace?: Pace
}

/**
 * Begins to send. No attempt is the last, and no answer of a mail server is final: what a server
 * refuses today it may take when somebody has mended it.
 */
export function startDelivery(options: DeliveryOptions): Delivery {
  const { outbox, mail, site, now, report, pace = PACE } = options
  const mailer = options.mailer ?? createMailer(mail, new URL(site.url).hostname)
  const stopping = new AbortController()
  let woken = Promise.withResolvers<undefined>()
  let alarmedAt = 0
  let toldOf = ''

  /** Takes mail until there is none that is due. */
  async function sendAll(): Promise<void> {
    while (!stopping.signal.aborted) {
      const taken = await outbox.take(new Date())
      if (!taken) return
      await sendOne(taken)
    }
  }

  async function sendOne({ id, attempts, ...rest }: Mail): Promise<void> {
    try {
      const message = await compose(options, { id, attempts, ...rest })
      if (message) await mailer.send(message)
      await outbox.markSent(id, new Date())
      report({ event: 'mail-sent', id, attempts })
    } catch (error) {
      const code = codeOf(error)
      const wait = Math.min(pace.longest, pace.first * 2 ** Math.min(attempts - 1, 30))
      // Between half and all of it, so that servers which failed together do not come back together.
      const next = new Date(Date.now() + wait * (0.5 + Math.random() / 2))
      await outbox.markFailed(id, code, next)
      report({ event: 'mail-failed', id, attempts, error: code, next: next.toISOString() })
    }
  }

  async function lookAfter(): Promise<void> {
    const moment = now()
    const day = dayInLondon(moment)
    if (day !== toldOf && isWorkingDay(day) && timeInLondon(moment) >= DIGEST_AT) {
      const digest = digestOf(await options.store.unanswered(), day)
      if (digestMail(digest, day, mail.to)) await outbox.addDigest(day, new Date())
      toldOf = day
    }
    const wait = await outbox.longestWait(new Date())
    if (wait > MAIL_ALARM && Date.now() - alarmedAt > MAIL_ALARM) {
      alarmedAt = Date.now()
      report({ event: 'mail-overdue', minutes: Math.floor(wait / 60_000) })
    }
  }

  async function repeat(work: () => Promise<void>): Promise<void> {
    const { signal } = stopping
    while (!signal.aborted) {
      const { promise } = woken
      try {
        await work()
      } catch (error) {
        // The database is away; the mail in it is safe there.
        report({ event: 'mail-away', error: codeOf(error) })
      }
      const pause = sleep(pace.look, undefined, { signal, ref: false })
      await Promise.race([promise, pause.catch(() => undefined)])
    }
  }

  // Each by itself, so that a mail server which is slow to take one mail holds up no other.
  const running = [lookAfter, ...Array.from({ length: AT_ONCE }, () => sendAll)].map(repeat)
  return {
    wake: () => {
      const { resolve } = woken
      woken = Promise.withResolvers()
      resolve(undefined)
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(running)
    },
  }
}

/** @returns undefined when there is nothing left to say: then there is nothing to send. */
async function compose(
  { store, mail, site }: DeliveryOptions,
  { id, kind, reference }: Mail,
): Promise<Message | undefined> {
  if (kind === 'digest') {
    const day = id.replace('digest-', '')
    return digestMail(digestOf(await store.unanswered(), day), day, mail.to)
  }
  const request = await store.read(reference ?? '')
  if (!request) return undefined
  return kind === 'copy' ? copyMail(request, site) : teamMail(request, site, mail.to)
}

/** What went wrong, without the words of the mail server: it may repeat the address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('responseCode' in error && typeof error.responseCode === 'number') {
    return String(error.responseCode)
  }
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

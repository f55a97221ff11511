import { createTransport } from 'nodemailer'
import type { MailConfiguration, Mailbox } from '../configuration.ts'

/** A mail as this site sends them: plain text, with perhaps an entry for a calendar. */
export interface Message {
  /** Without `<`, `>` and the host: the same each time that the same mail is sent. */
  readonly id: string
  readonly date: Date
  readonly to: readonly Mailbox[]
  readonly replyTo?: Mailbox | undefined
  readonly subject: string
  readonly text: string
  /** The text of an iCalendar file. */
  readonly calendar?: string | undefined
}

/** Sends mail through the server of SMTP_URL. */
export interface Mailer {
  /**
   * @returns when the server has taken the mail
   * @throws {Error} when it has not, or does not say so in time
   */
  readonly send: (message: Message) => Promise<void>
}

/** Milliseconds: to connect, to be greeted, and of silence. A server that drips is cut off by them. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
/** Milliseconds for one mail in all: a tarpit that keeps saying something is never silent. */
const LONGEST = 60_000

/**
 * @param mail where to send through, and from whom
 * @param host the site's host, for the Message-ID
 * @param longest milliseconds that one mail may take
 */
export function createMailer(mail: MailConfiguration, host: string, longest = LONGEST): Mailer {
  const open = () =>
    createTransport({
      url: mail.smtpUrl,
      ...TIMEOUTS,
      // What people type is text, and never the name of a file or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    })

  return {
    // A transport for each mail: mail is rare here, and a connection that waits goes stale.
    send: async ({ id, calendar, to, replyTo, ...message }) => {
      const transport = open()
      const late = Promise.withResolvers<never>()
      const timer = setTimeout(() => {
        late.reject(new Error(`The mail server took longer than ${longest / 1000} seconds.`))
      }, longest)
      try {
        const sending = transport.sendMail({
          ...message,
          messageId: `<${id}@${host}>`,
          from: mail.from,
          to: [...to],
          ...(replyTo && { replyTo }),
          ...(calendar !== undefined && {
            attachments: [
              {
                filename: `${id}.ics`,
                content: calendar,
                contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
              },
            ],
          }),
        })
        await Promise.race([sending, late.promise])
      } finally {
        clearTimeout(timer)
        transport.close()
      }
    },
  }
}

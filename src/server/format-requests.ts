import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Configuration } from '../configuration.ts'
import { Database } from '../requests/database.ts'
import { MAIL_ALARM, startDelivery, type Delivery } from '../requests/delivery.ts'
import type { RenderPage } from '../requests/form-view.ts'
import { RequestForm } from '../requests/form.ts'
import { createLimiter } from '../requests/limiter.ts'
import { Outbox } from '../requests/outbox.ts'
import { secretFor } from '../requests/secret.ts'
import { RequestStore } from '../requests/store.ts'
import { FormAnswers } from './form-answers.ts'
import type { EventLog } from './log.ts'
import type { Fault } from './site-server.ts'

/** The form of a server that runs, with its database and its mail. */
export interface FormatRequests {
  readonly form: FormAnswers
  /**
   * Reads the pages of a build again, for the same database and the same mail.
   * @returns the form of that build
   * @throws {Error} when the build has no form
   */
  readonly reload: () => Promise<FormAnswers>
  readonly checkForm: () => Promise<Fault | undefined>
  /** What the person who started the server should know: a sentence each. */
  readonly remarks: readonly string[]
  /** Ends the mail that is under way and lets go of the database. */
  readonly stop: () => Promise<void>
}

const publications = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    lang: z.string(),
    made: z.array(z.strictObject({ words: z.string(), address: z.string() })).optional(),
  }),
)
const entry = z.object({
  render: z.custom<RenderPage>((value) => typeof value === 'function'),
})

/**
 * Opens what the form needs.
 *
 * @param dist the folder of the build
 * @param root the project's folder, which a relative DATABASE_FILE begins at
 * @throws {Error} when the build has no form, or the database file cannot be opened
 */
export async function openFormatRequests(
  configuration: Configuration,
  dist: string,
  root: string,
  log: EventLog,
): Promise<FormatRequests> {
  const { siteUrl, trustHops, mail, now } = configuration
  const clock = () => now ?? new Date()
  const address =
    'file' in configuration.database
      ? { file: resolve(root, configuration.database.file) }
      : configuration.database
  const built = await readForm(dist)
  const database = await Database.open(address)
  const report = (event: { event: string; [detail: string]: string | number | undefined }) => {
    log({ time: new Date().toISOString(), ...event })
  }
  const store = new RequestStore(database)
  const outbox = new Outbox(database)
  const delivery: Delivery | undefined =
    mail &&
    startDelivery({
      store,
      outbox,
      mail,
      site: { url: siteUrl, name: new URL(siteUrl).host },
      now: clock,
      report,
    })
  const remarks = [
    ...(mail
      ? []
      : ['No SMTP_URL is set: requests are stored, and "npm run requests -- list" shows them.']),
    ...(now ? [`SITE_NOW is set: dates are promised as if it were ${now.toISOString()}.`] : []),
  ]
  try {
    await store.unanswered()
  } catch (error) {
    if (!('url' in address)) throw error
    // A server of databases comes back by itself; the announcements need none.
    remarks.push('The database cannot be reached: the form says so until it can.')
  }

  const limiter = createLimiter()
  const secret = configuration.secret ?? secretFor(address)
  const answers = ({ render, pages }: BuiltForm): FormAnswers =>
    new FormAnswers({
      render,
      siteUrl,
      trustHops,
      form: new RequestForm({
        store,
        siteUrl,
        pages,
        now: clock,
        limiter,
        secret,
        copyToPerson: mail?.copyToPerson ?? false,
        stored: () => delivery?.wake(),
        failed: ({ message }) => {
          report({ event: 'not-stored', error: message })
        },
      }),
    })

  return {
    remarks,
    form: answers(built),
    reload: async () => answers(await readForm(dist)),
    checkForm: async () => {
      const wait = await outbox.longestWait(new Date()).catch(() => undefined)
      if (wait === undefined) return { words: 'not ready: no database', isFatal: true }
      if (!mail || wait < MAIL_ALARM) return undefined
      const minutes = Math.floor(wait / 60_000)
      return { words: `degraded: mail has waited for ${minutes} minutes`, isFatal: false }
    },
    stop: async () => {
      await delivery?.stop()
      await database.close()
    },
  }
}

interface BuiltForm {
  readonly render: RenderPage
  readonly pages: z.infer<typeof publications>
}

/** What a build has of the form. */
async function readForm(dist: string): Promise<BuiltForm> {
  const file = join(dist, 'server', 'entry.mjs')
  const address = pathToFileURL(file)
  // A module is read once for each address. What it imports has a digest in its name.
  const { ino, mtimeMs } = await stat(file)
  address.search = `?${ino}-${mtimeMs}`
  const page: unknown = await import(address.href)
  const { render } = readAs(entry, page, 'server/entry.mjs')
  const list: unknown = JSON.parse(await readFile(join(dist, 'publications.json'), 'utf8'))
  return { render, pages: readAs(publications, list, 'publications.json') }
}

function readAs<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const { data, success } = schema.safeParse(value)
  if (success) return data
  throw new Error(`${file} does not hold what the build writes`)
}

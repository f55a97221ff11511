import { randomUUID } from 'node:crypto'
import { offeredFormats } from '../document/offered-formats.ts'
import { clean } from './clean.ts'
import { isCrossSite } from './cross-site.ts'
import { DatabaseError } from './database.ts'
import { dueOn } from './due-date.ts'
import { fieldNames, hiddenNames, type Values } from './fields.ts'
import {
  emptyForm,
  type AskedPage,
  type ConfirmationView,
  type FormView,
  type Obstacle,
} from './form-view.ts'
import type { Limiter } from './limiter.ts'
import { readForm, UnreadableForm, type RawForm } from './read-form.ts'
import { readReference } from './reference.ts'
import { signalsOf } from './signals.ts'
import type { RequestStore } from './store.ts'
import type { Submission } from './submission.ts'
import { checkToken, issueToken } from './token.ts'
import { validate } from './validate.ts'

export interface FormOptions {
  readonly store: RequestStore
  readonly limiter: Limiter
  readonly secret: string
  /** The origin that readers see. A proxy may ask for another host than they did. */
  readonly siteUrl: string
  /** The pages of this site, by their address. */
  readonly pages: Readonly<Record<string, KnownPage>>
  /** The moment that the promise of a date counts from. */
  readonly now: () => Date
  /** Whether people who ask get mail too. */
  readonly copyToPerson: boolean
  /** Called when a request was stored that was not there before. */
  readonly stored: () => void
  /** Called when a request could not be stored, for the server's keepers. */
  readonly failed: (error: DatabaseError) => void
}

/** A page of this site; `made` is what people made of a release or a plan. */
interface KnownPage extends Pick<AskedPage, 'title' | 'lang'> {
  readonly made?: AskedPage['formats'] | undefined
}

/** A form as it was sent. */
export interface SentForm {
  readonly body: Uint8Array
  /** Whether the body was longer than is read, and is there only in part. */
  readonly isCut: boolean
  readonly contentType: string | undefined
  readonly secFetchSite: string | undefined
  readonly origin: string | undefined
  readonly host: string | undefined
  /** Whose requests are counted together; it is not kept. */
  readonly clientAddress: string
}

/** What becomes of a form that was sent: a receipt, or a page that says why not and keeps all. */
export type Outcome =
  | { readonly reference: string }
  | { readonly status: number; readonly view: FormView; readonly retryAfter?: number }

/** Seconds after which to try again when requests cannot be stored. */
const AWAY = 60

/** The form for requesting a format: what its pages show, and what becomes of what is sent. */
export class RequestForm {
  readonly #options: FormOptions

  constructor(options: FormOptions) {
    this.#options = options
  }

  /** @param query of the address: `page` is what the reader came from. */
  blank(query: URLSearchParams): FormView {
    return this.#view({ ...emptyForm, page: query.get('page') ?? '' })
  }

  /** Stores a request, and never says so without having stored it. */
  async submit(sent: SentForm): Promise<Outcome> {
    const { isCut, contentType, body } = sent
    let raw: RawForm | undefined
    try {
      raw = await readForm(body, contentType, isCut)
    } catch (error) {
      if (!(error instanceof UnreadableForm)) throw error
      return this.#refuse(400, 'unreadable', emptyForm)
    }
    if (!raw) return this.#refuse(415, 'wrong-type', emptyForm)
    if (isCut) return this.#refuse(413, 'too-long', raw)
    if (sent.origin !== this.#options.siteUrl && isCrossSite(sent)) {
      return this.#refuse(403, 'other-site', raw)
    }

    const values = clean(raw)
    const problems = validate(values)
    if (problems.length > 0) return { status: 400, view: { ...this.#view(raw), problems } }
    return this.#store(raw, this.#submission(raw, values), sent.clientAddress)
  }

  /** @param query of the address: `ref` is the reference. */
  async confirmation(query: URLSearchParams): Promise<ConfirmationView> {
    const reference = readReference(query.get('ref') ?? '')
    if (reference === undefined) return { receipt: undefined }
    try {
      const request = await this.#options.store.read(reference)
      return { receipt: request && { reference, dueOn: request.due_on } }
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      this.#options.failed(error)
      return { receipt: undefined, isAway: true }
    }
  }

  async #store(raw: RawForm, submission: Submission, clientAddress: string): Promise<Outcome> {
    const { store, limiter, copyToPerson, stored, failed } = this.#options
    const place = limiter.reserve(clientAddress)
    try {
      if ('retryAfter' in place) {
        // Whoever sends the same again must get the receipt, and takes nobody's place.
        const before = await store.find(submission)
        if (before) return { reference: before.reference }
        return this.#refuse(429, 'too-many', raw, place.retryAfter)
      }
      const { reference, isNew } = await store.submit(submission, copyToPerson)
      if (isNew) stored()
      else place.release()
      return { reference }
    } catch (error) {
      if ('release' in place) place.release()
      if (!(error instanceof DatabaseError)) throw error
      failed(error)
      return this.#refuse(503, 'not-stored', raw, AWAY)
    }
  }

  #submission(raw: RawForm, values: Values): Submission {
    const receivedAt = this.#options.now()
    return {
      values,
      pageTitle: this.#page(values.page)?.title ?? '',
      formId: UUID.test(raw.form_id) ? raw.form_id.toLowerCase() : undefined,
      signals: signalsOf(raw, values, checkToken(raw.token, this.#options.secret, new Date())),
      receivedAt,
      dueOn: dueOn(receivedAt),
    }
  }

  #refuse(status: number, obstacle: Obstacle, raw: RawForm, retryAfter?: number): Outcome {
    const waitMinutes = retryAfter === undefined ? undefined : Math.ceil(retryAfter / 60)
    const view = { ...this.#view(raw), obstacle, waitMinutes }
    return { status, view, ...(retryAfter !== undefined && { retryAfter }) }
  }

  /** A form that came without its id gets one, so that it is known when it comes again. */
  #view(raw: RawForm): FormView {
    const values = {
      ...showable(raw),
      form_id: UUID.test(raw.form_id) ? raw.form_id : randomUUID(),
      // Real time, also where SITE_NOW says another: it measures how long somebody took.
      token: raw.token || issueToken(this.#options.secret, new Date()),
    }
    return { values, problems: [], about: this.#page(clean(raw).page) }
  }

  /** The page behind an address, with or without the host, and whatever follows it. */
  #page(text: string): AskedPage | undefined {
    const path = URL.parse(text.trim(), 'https://site.invalid')?.pathname ?? ''
    const address = path.endsWith('/') ? path : `${path}/`
    const { pages } = this.#options
    const page = Object.hasOwn(pages, address) ? pages[address] : undefined
    if (!page) return undefined
    const { title, lang, made } = page
    return { address, title, lang, formats: made ? [...offeredFormats(address), ...made] : [] }
  }
}

/** As it was typed, but for what HTML cannot hold: control characters other than white space. */
function showable(raw: RawForm): RawForm {
  const shown = { ...raw }
  for (const name of [...fieldNames, ...hiddenNames]) {
    shown[name] = raw[name].replace(/[^\P{Cc}\t\n\r]/gu, '')
  }
  return shown
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

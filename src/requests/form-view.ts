import type { RawForm } from './read-form.ts'
import type { Problem } from './validate.ts'

/** The addresses of the pages that are made on request. */
export const FORM = '/request-a-format/'
export const CONFIRMATION = '/request-a-format/sent/'

/** Makes such a page: see src/adapter-entry.ts. */
export type RenderPage = (
  address: string,
  locals: { form?: FormView; confirmation?: ConfirmationView },
) => Promise<string>

/** A page of this site that a format is asked of. */
export interface AskedPage {
  readonly address: string
  readonly title: string
  readonly lang: string
  /** What it can be had as already. */
  readonly formats: readonly { readonly words: string; readonly address: string }[]
}

/** Why a form that was sent is not taken now, though nothing in its fields is wrong. */
export type Obstacle =
  'unreadable' | 'other-site' | 'too-long' | 'wrong-type' | 'too-many' | 'not-stored' | 'no-server'

/** What the page with the form shows. */
export interface FormView {
  /** As they were typed. */
  readonly values: RawForm
  readonly problems: readonly Problem[]
  readonly obstacle?: Obstacle | undefined
  /** Minutes after which it is worth trying again. */
  readonly waitMinutes?: number | undefined
  /** The page that is asked about, where it is one of this site. */
  readonly about?: AskedPage | undefined
}

/** A form with nothing in it. */
export const emptyForm: RawForm = {
  page: '',
  format: '',
  other_format: '',
  assistive_technology: '',
  details: '',
  name: '',
  email: '',
  telephone: '',
  postal_address: '',
  form_id: '',
  token: '',
  leave_empty: '',
}

/** What the confirmation shows: nothing that was typed. */
export interface ConfirmationView {
  /** None when there is no request with the reference in the address. */
  readonly receipt: { readonly reference: string; readonly dueOn: string } | undefined
  /** When the requests cannot be read now. */
  readonly isAway?: boolean
}

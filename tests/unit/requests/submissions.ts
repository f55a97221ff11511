import { dueOn } from '../../../src/requests/due-date.ts'
import type { Values } from '../../../src/requests/fields.ts'
import type { RawForm } from '../../../src/requests/read-form.ts'
import type { Submission } from '../../../src/requests/submission.ts'

/** Made-up fields of a request. */
export function values(changed: Partial<Values> = {}): Values {
  return {
    page: '/press-releases/made-up/',
    format: 'large-print',
    other_format: '',
    assistive_technology: '',
    details: '',
    name: 'A Made-up Person',
    email: 'person@made-up.example',
    telephone: '',
    postal_address: '',
    ...changed,
  }
}

/** What was typed into a form; empty but for what is named. */
export function rawForm(typed: Partial<RawForm> = {}): RawForm {
  return {
    ...values({ page: '', format: '', name: '', email: '' }),
    form_id: '',
    token: '',
    leave_empty: '',
    ...typed,
  }
}

/** A made-up request of 25 November 2016, ten o'clock. */
export function submission(changed: Partial<Submission> = {}): Submission {
  const receivedAt = changed.receivedAt ?? new Date('2016-11-25T10:00:00Z')
  return {
    values: values(),
    pageTitle: 'A made-up release',
    formId: '11111111-1111-4111-8111-111111111111',
    signals: [],
    receivedAt,
    dueOn: dueOn(receivedAt),
    ...changed,
  }
}

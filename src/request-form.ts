import { site } from './site.ts'
import { formats } from './requests/fields.ts'
import { emptyForm, type FormView, type Obstacle } from './requests/form-view.ts'
import type { Problem } from './requests/validate.ts'

/** The form as it is while nobody has asked for anything. */
export const blankForm: FormView = {
  values: emptyForm,
  problems: [],
}

/** What `npm run dev` answers to a form that is sent: only our own server takes one. */
export const formWithoutServer: FormView = { ...blankForm, obstacle: 'no-server' }

/** The title of the window, which is heard first: it says when something is wrong. */
export function titleOf({ problems, obstacle }: FormView): string {
  const title = 'Request a format'
  return problems.length > 0 || obstacle ? `Error: ${title}` : title
}

/** What is said of a form that is not taken now, and what to do. */
export function wordsOn(obstacle: Obstacle, waitMinutes = 1): string {
  const wait = waitMinutes === 1 ? 'a minute' : `${waitMinutes} minutes`
  const words: Record<Obstacle, string> = {
    unreadable:
      'What your browser sent could not be read. Please fill in the form below and send it again.',
    'wrong-type':
      'What was sent did not come from this form, so nothing in it could be read. Please fill in the form below and send it.',
    'other-site':
      'It came from a page of another site. If you have filled it in yourself, look at what is below and send it from here.',
    'too-long':
      'It is too long. What could be read is below, and may end in the middle. All of it is still in your browser if you go back a page. Please shorten it, and send the rest when we reply.',
    'too-many': `Many requests have come from your network in a short time. All that you typed is below. Please send it again in ${wait}.`,
    'no-server':
      'These are the pages while they are written, and nobody takes requests here. “npm start” does.',
    'not-stored': `It could not be stored, and the fault is ours. All that you typed is below. Please send it again in ${wait}.`,
  }
  return words[obstacle]
}

/** Ways to get in touch besides the form, from content/site.yaml; empty when none is known. */
export const otherWays: readonly {
  readonly term: string
  readonly words: string
  readonly href?: string
}[] = contactWays()

function contactWays() {
  const { email, telephone, textRelay, postalAddress } = site.contact ?? {}
  return [
    ...(email === undefined ? [] : [{ term: 'E-mail', words: email, href: `mailto:${email}` }]),
    ...(telephone === undefined
      ? []
      : [{ term: 'Telephone', words: telephone, href: `tel:${telephone.replace(/[^\d+]/g, '')}` }]),
    ...(textRelay === undefined ? [] : [{ term: 'Text relay', words: textRelay }]),
    ...(postalAddress === undefined ? [] : [{ term: 'Post', words: postalAddress }]),
  ]
}

/** Names of assistive technology that the form offers; anything else can be typed. */
export const technologies = [
  'JAWS',
  'NVDA',
  'VoiceOver',
  'TalkBack',
  'a braille display',
  'Narrator',
  'Orca',
  'SuperNova',
  'ZoomText',
  'Windows Magnifier',
  'Dragon',
  'Voice Control',
  'Read&Write',
  'a switch',
] as const

/** @returns what is wrong with a field, if anything is. */
export function problemWith({ problems }: FormView, field: Problem['field']): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}

const [firstFormat = ''] = Object.keys(formats)

/** The id of the first control that a problem is about. */
export function controlOf(field: Problem['field']): string {
  if (field === 'contact') return 'email'
  return field === 'format' ? `format-${firstFormat}` : field
}

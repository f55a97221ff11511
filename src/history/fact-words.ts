import { formatDay } from '../document/dates.ts'
import { record, type FrontMatter } from './front-matter.ts'
import type { Line } from './words.ts'

type Fields = Readonly<Record<string, unknown>>

/** Fields that are words by themselves. */
const plainFields = {
  title: 'title',
  summary: 'summary',
  dateLabelAsStated: 'label before the date',
  notesLabelAsStated: 'label before the notes',
  mark: 'mark of the note',
  refersTo: 'part of the text that the note hangs on',
} as const

/** The words of the front matter, each with what it is. */
export function factLines(front: FrontMatter): Line[] {
  const { fields } = front
  const fact = (label: string, said: string, ...path: (string | number)[]): Line[] => {
    const words = onOneLine(said)
    return words === '' ? [] : [{ part: 'fact', label, words, line: front.line(...path) }]
  }
  // A label that is written out where it would be there anyway changes nothing.
  const withLabels: Fields = fields.kind === undefined ? fields : { dateLabelAsStated, ...fields }
  return [
    ...Object.entries(plainFields).flatMap(([field, label]) =>
      fact(label, text(withLabels[field]), field),
    ),
    ...fact('kind of publication', text(fields.kind).replaceAll('-', ' '), 'kind'),
    ...fact('date of publication', dayIn(fields.published), 'published'),
    ...fact('publisher', list(fields.from).map(text).join(', '), 'from'),
    ...fact('picture at the top', pictureIn(fields.leadImage), 'leadImage'),
    ...fact('language', fields.lang === 'en-GB' ? '' : text(fields.lang), 'lang'),
    ...fact('source', text(object(fields.source).note), 'source'),
    ...fact('document that it responds to', text(fields.inResponseTo), 'inResponseTo'),
    ...fact('owner of the plan', roleIn(fields.owner), 'owner'),
    ...fact('date of the next update', dateIn(fields.nextUpdateDue), 'nextUpdateDue'),
    ...list(fields.contacts).flatMap((each, index) => {
      const { name, ...ways } = object(each)
      const words = Object.values(ways).map(text).join('; ')
      return fact(`contact “${text(name)}”`, words, 'contacts', index)
    }),
    ...list(fields.mentions).flatMap((each, index) => {
      const { person, organisation, roleAsStated } = object(each)
      const who = text(person) || text(organisation)
      return fact(`role of “${who}”`, text(roleAsStated), 'mentions', index)
    }),
    ...fact('documents that are named', list(fields.documents).map(text).join(', '), 'documents'),
    ...fact('body whose description is shown', text(fields.boilerplate), 'boilerplate'),
    ...list(fields.actions).flatMap((each, index) => {
      const { id, title, owner, due, note, involves } = object(each)
      const action = `the action “${text(id)}”`
      const own = (label: string, said: string, field: string) =>
        fact(`${label} ${action}`, said, 'actions', index, field)
      return [
        ...own('title of', text(title), 'title'),
        ...own('owner of', roleIn(owner), 'owner'),
        ...own('list of those involved in', list(involves).map(roleIn).join('; '), 'involves'),
        ...own('due date of', dateIn(due), 'due'),
        ...own('note on', text(note), 'note'),
      ]
    }),
  ]
}

const dateLabelAsStated = 'Published'

/** Words without what is only white space, and with one way to write an accent. */
export function onOneLine(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function object(value: unknown): Fields {
  return record.safeParse(value).data ?? {}
}

function dayIn(value: unknown): string {
  const day = text(value)
  return Number.isNaN(Date.parse(day)) ? day : formatDay(day)
}

function pictureIn(value: unknown): string {
  const { src, alt, caption, credit } = object(value)
  return [src, alt, caption, credit].map(text).filter(Boolean).join(' ')
}

/** Readers see the words of the release; ids only where it has none. */
function roleIn(value: unknown): string {
  const { asStated, person, organisation } = object(value)
  return text(asStated) || [person, organisation].map(text).filter(Boolean).join(', ')
}

function dateIn(value: unknown): string {
  const { asStated, date, basis } = object(value)
  const workedOut = [dayIn(date), text(basis)].filter(Boolean).join(', ')
  return workedOut === '' ? text(asStated) : `${text(asStated)} (${workedOut})`
}

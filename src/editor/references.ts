import type { RelationField } from '@sveltia/cms'

/** Where the entries stand that a field names by id. */
interface Target {
  collection: string
  file?: string
  /** The field that is shown for the id. */
  shown: string
}

const inRegister = (file: string, shown: string): Target => ({
  collection: 'registers',
  file,
  shown,
})
const people = inRegister('people', 'name')
const organisations = inRegister('organisations', 'name')
const documents = inRegister('documents', 'title')
const topics = inRegister('topics', 'title')
const notes: Target = { collection: 'notes-to-editors', shown: 'title' }
const plans: Target = { collection: 'action-plans', shown: 'title' }
const releases: Target = { collection: 'press-releases', shown: 'title' }

/** Fields that hold ids, by name: a schema knows that something is an id, and not of what. */
const targets: Readonly<Record<string, Target>> = {
  person: people,
  organisation: organisations,
  from: organisations,
  boilerplate: organisations,
  by: organisations,
  documents,
  inResponseTo: documents,
  topics,
  notes,
  announces: plans,
  plan: plans,
  release: releases,
  announcedIn: releases,
}

type Relation = Pick<
  RelationField,
  'widget' | 'collection' | 'file' | 'value_field' | 'display_fields'
>

/**
 * What a field is chosen from that holds ids.
 * @returns undefined for a field that is not known here: it is asked for as text
 */
export function relationOf(field: string): Relation | undefined {
  const target = targets[field]
  if (target === undefined) return undefined
  const { collection, file, shown } = target
  const [id, name] =
    file === undefined ? ['{{slug}}', shown] : ['entries.*.id', `entries.*.${shown}`]
  return {
    widget: 'relation',
    collection,
    ...(file !== undefined && { file }),
    value_field: id,
    display_fields: [name],
  }
}

import { publicFrom } from '../document/states.ts'
import { suggest } from '../document/problems.ts'
import type { Filed, Inventory, Publication } from './inventory.ts'
import type { Question } from './questions.ts'
import { Refusal } from './refusal.ts'
import type { Fields } from './yaml.ts'

/** The publication that a draft is about, and the field of an update that names it. */
export interface Target {
  readonly field: 'release' | 'plan'
  readonly address: string
  readonly publication: Publication
  readonly front: NonNullable<Publication['front']>
}

const folderOf = { release: 'press-releases', plan: 'action-plans' } as const

/**
 * @param text the id of a release or a plan; with its folder before it where both have it
 * @throws {Refusal} when there is none, or when its front matter cannot be read
 */
export function targetOf(text: string, { releases, plans }: Inventory): Target {
  const [id = '', folder] = text
    .replace(/^\/|\/$/g, '')
    .split('/')
    .toReversed()
  const candidates: [Target['field'], Publication | undefined][] = [
    ['release', releases.get(id)],
    ['plan', plans.get(id)],
  ]
  const found = candidates.flatMap(([field, publication]) =>
    publication && (folder === undefined || folder === folderOf[field])
      ? [{ field, publication }]
      : [],
  )
  const [one, other] = found
  if (!one) {
    throw new Refusal(
      `There is no press release or action plan “${text}”.`,
      suggest(id, [...releases.keys(), ...plans.keys()]),
    )
  }
  if (other) {
    throw new Refusal(
      `There are a press release and an action plan “${id}”.`,
      `Write press-releases/${id} or action-plans/${id}.`,
    )
  }
  const { field, publication } = one
  return { field, publication, address: `/${folderOf[field]}/${id}/`, front: frontOf(publication) }
}

/** @throws {Refusal} when the front matter cannot be read: it must be mended first */
export function frontOf<T>({ file, front }: Filed<T>): T {
  if (front !== undefined) return front
  throw new Refusal(`${file} has errors.`, 'Run `npm run check` and mend them first.', 1)
}

/** The question which publication a draft is about. @param why what is done about it */
export function targetQuestion(asks: string, why: string, onlyPublic: boolean): Question {
  return {
    flag: 'target',
    asks,
    about: 'The id of a press release or an action plan, as in its address.',
    need: 'required',
    read: (text, _answers, inventory) => {
      const target = targetOf(text, inventory)
      if (onlyPublic) mustBePublic(target.publication, why, inventory)
      return text
    },
  }
}

/** @throws {Refusal} when nobody has seen the publication yet: then it is simply changed */
export function mustBePublic(publication: Publication, why: string, { now }: Inventory): void {
  const from = publicFrom(frontOf(publication))
  if (from !== undefined && from <= now) return
  throw new Refusal(
    `“${publication.id}” is not public yet, so there is nothing to ${why}.`,
    `Change ${publication.file} itself.`,
  )
}

/** Who does something: the id of a person or a body, a role in words, or both as “id: words”. */
export function roleOf(text: string, { people, organisations }: Inventory): Fields {
  const { id, words } = /^(?<id>[a-z0-9-]+)(?:: (?<words>.+))?$/.exec(text)?.groups ?? {}
  if (id === undefined) return { asStated: text }
  const role = words === undefined ? {} : { asStated: words }
  if (people.has(id)) return { person: id, ...role }
  if (organisations.has(id)) return { organisation: id, ...role }
  throw new Refusal(
    `There is no person or body “${id}”.`,
    suggest(id, [...people.keys(), ...organisations.keys()]),
  )
}

/** The question who does something. */
export function roleQuestion(flag: string, asks: string): Question {
  return {
    flag,
    asks,
    about:
      'The id of a person or a body, or a role in the words of the release, or both as “id: words”.',
    need: 'required',
    read: (text, _answers, inventory) => {
      roleOf(text, inventory)
      return text
    },
  }
}

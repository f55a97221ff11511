import { isDeepStrictEqual } from 'node:util'
import type { Problems } from '../document/problems.ts'
import { publicAtBase, readAnnouncement } from './announcements.ts'
import type { Comparison } from './comparison.ts'
import { nameOf, partsOf } from './content-files.ts'
import { FrontMatter } from './front-matter.ts'
import type { Renames } from './renames.ts'

/** Reports updates that the public has read, and that are not there any more as they were. */
export function reportChangedUpdates(comparison: Comparison, problems: Problems): void {
  const { repository, base, history, present, renames, now } = comparison
  const names = repository.changedSince(base.commit).map(nameOf)
  const texts = history.lastTexts(new Set(names.filter((name) => name !== undefined)))
  for (const [name, atBase] of texts) {
    const before = new FrontMatter(atBase)
    const update = readAnnouncement(name, before)
    if (!update || update.moment > now) continue
    const about = [update.about, renames.nameNow(update.about)]
    if (publicAtBase(about, comparison).length === 0) continue
    const path = history.last(name)?.path ?? ''
    const text = present.text(name)
    const after = text === undefined ? undefined : new FrontMatter(text)
    const changed = after && firstChangedField(before, after, renames)
    if (after && changed === undefined) continue
    problems.error(
      {
        file: present.paths.get(name) ?? path,
        line: changed === undefined ? 1 : (after?.line(changed) ?? 1),
        column: 1,
      },
      `This update was public, and it ${after ? 'was changed' : 'is gone'}.`,
      `Leave it as it was (\`git restore --source ${base.commit.slice(0, 12)} -- ${path}\`), and write a new one that says what is right.`,
    )
  }
}

/** @returns undefined when all is as it was, or only a publication that it is about has a new id. */
function firstChangedField(
  before: FrontMatter,
  after: FrontMatter,
  renames: Renames,
): string | undefined {
  const [was, is] = [fieldsNow(before, renames), fieldsNow(after, renames)]
  return Object.keys({ ...is, ...was }).find((name) => !isDeepStrictEqual(is[name], was[name]))
}

function fieldsNow({ fields }: FrontMatter, renames: Renames): FrontMatter['fields'] {
  const now: Record<string, unknown> = { ...fields }
  for (const [field, folder] of Object.entries(foldersOfSubjects)) {
    const id = fields[field]
    if (typeof id === 'string') now[field] = partsOf(renames.nameNow(`${folder}/${id}`)).id
  }
  return now
}

/** The fields that say what an update is about. */
const foldersOfSubjects = { release: 'press-releases', plan: 'action-plans' } as const

import { isDeepStrictEqual } from 'node:util'
import type { Problems } from '../document/problems.ts'
import { readAnnouncement } from './announcements.ts'
import type { Comparison } from './comparison.ts'
import { nameOf, partsOf } from './content-files.ts'
import { clearedFrom, FrontMatter } from './front-matter.ts'

/** Reports updates that the public has read, and that are not there any more as they were. */
export function reportChangedUpdates(comparison: Comparison, problems: Problems): void {
  const { repository, base, history, present, now } = comparison
  const names = repository.changedSince(base.commit).map(nameOf)
  const texts = history.lastTexts(new Set(names.filter((name) => name !== undefined)))
  for (const [name, atBase] of texts) {
    const before = new FrontMatter(atBase)
    const update = readAnnouncement(name, before)
    if (!update || update.moment > now) continue
    const about = history.lastTexts([update.about]).get(update.about)
    const cleared = clearedFrom(new FrontMatter(about ?? ''), partsOf(update.about).folder)
    if (!cleared || cleared > now) continue
    const path = history.last(name)?.path ?? ''
    const text = present.text(name)
    const after = text === undefined ? undefined : new FrontMatter(text)
    if (after && isDeepStrictEqual(after.fields, before.fields)) continue
    problems.error(
      {
        file: present.paths.get(name) ?? path,
        line: after ? firstChangedField(before, after) : 1,
        column: 1,
      },
      `This update was public, and it ${after ? 'was changed' : 'is gone'}.`,
      `Leave it as it was (\`git restore --source ${base.commit.slice(0, 12)} -- ${path}\`), and write a new one that says what is right.`,
    )
  }
}

function firstChangedField(before: FrontMatter, now: FrontMatter): number {
  const field = Object.keys(now.fields).find(
    (name) => !isDeepStrictEqual(now.fields[name], before.fields[name]),
  )
  return field === undefined ? 1 : now.line(field)
}

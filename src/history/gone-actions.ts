import type { Problems } from '../document/problems.ts'
import type { Comparison } from './comparison.ts'
import { partsOf } from './content-files.ts'
import { FrontMatter, idsIn } from './front-matter.ts'
import { joinedVersions } from './joined-versions.ts'

/** Reports actions that a public plan once had: links lead to each, and updates are about it. */
export function reportGoneActions(comparison: Comparison, problems: Problems): void {
  const { history, present, renames, now } = comparison
  const plans = [...history.revisions.keys()].filter(
    (name) => partsOf(name).folder === 'action-plans' && present.paths.has(renames.nameNow(name)),
  )
  for (const [name, versions] of joinedVersions(history.versions(plans), renames, now)) {
    const front = new FrontMatter(present.text(name) ?? '')
    const ids = new Set(idsIn(front, 'actions'))
    // A plan whose front matter cannot be read has an error of its own.
    if (ids.size === 0) continue
    const once = versions.flatMap(({ text }) => idsIn(new FrontMatter(text), 'actions'))
    for (const id of new Set(once).difference(ids)) {
      problems.error(
        { file: present.paths.get(name) ?? '', line: front.line('actions'), column: 1 },
        `The action “${id}” of this public plan is gone: links lead to /${name}/#${id}.`,
        'Keep the action and its id; what became of it is told by a progress update, such as `status: stopped`.',
      )
    }
  }
}

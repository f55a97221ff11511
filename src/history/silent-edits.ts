import { isDeepStrictEqual } from 'node:util'
import { dayInLondon, timeInLondon } from '../document/dates.ts'
import type { Problems } from '../document/problems.ts'
import { Announcements, carriersOf } from './announcements.ts'
import type { Comparison } from './comparison.ts'
import { nameOf, partsOf } from './content-files.ts'
import { differenceOf, type Difference } from './difference.ts'
import { clearedFrom, FrontMatter } from './front-matter.ts'
import { filesWithVersions, joinedVersions } from './joined-versions.ts'
import { changesInWords } from './word-parts.ts'
import { sameWords, wordsOf } from './words.ts'

const foldersOfRecords = ['press-releases', 'action-plans', 'notes-to-editors']

/**
 * Reports public texts whose words were changed while no update says so, and those that were taken
 * from the public other than by withdrawing them.
 */
export function reportSilentEdits(comparison: Comparison, problems: Problems): void {
  const { repository, base, history, present, renames, now } = comparison
  const announcements = new Announcements(comparison)
  const isPresentRecord = (name: string | undefined): name is string =>
    name !== undefined &&
    foldersOfRecords.includes(partsOf(name).folder) &&
    present.paths.has(renames.nameNow(name))
  const changed = repository.changedSince(base.commit).map(nameOf).filter(isPresentRecord)
  const records = [...history.revisions.keys()].filter(isPresentRecord)
  const files = history.versions(
    base.isPublicBranch ? filesWithVersions(records, history, renames) : [],
  )
  const versions = joinedVersions(files, renames, now)
  for (const [was, text] of history.lastTexts(new Set([...changed, ...files.keys()]))) {
    const name = renames.nameNow(was)
    const { folder, id } = partsOf(name)
    const path = present.paths.get(name) ?? ''
    const front = new FrontMatter(present.text(name) ?? '')
    const [wasFrom, isFrom] = [new FrontMatter(text), front].map((each) =>
      clearedFrom(each, folder),
    )
    if (!wasFrom || wasFrom > now) continue
    if (!isFrom || isFrom > now) {
      problems.error(
        { file: path, line: front.line('state'), column: 1 },
        'This text was public, and now it would not be.',
        `Take it away with \`state: withdrawn\` and \`withdrawn:\` with \`on\` and \`why\`: \`npm run new -- withdrawal --target ${id}\`.`,
      )
      continue
    }
    const withdrawn = new FrontMatter(text).fields.withdrawn
    if (withdrawn !== undefined && !isDeepStrictEqual(withdrawn, front.fields.withdrawn)) {
      problems.error(
        { file: path, line: front.line('withdrawn'), column: 1 },
        'This text was withdrawn in public, and its withdrawal was changed or taken out.',
        `Leave it as it was (\`git restore --source ${base.commit.slice(0, 12)} -- ${path}\`); to publish again, write a new text.`,
      )
      continue
    }
    const words = renames.wordsNow(wordsOf(present.text(name) ?? ''))
    const known = [...(versions.get(name) ?? []), { words: wordsOf(text), commit: base.commit }]
    const older = known
      .map((each) => ({ ...each, words: renames.wordsNow(each.words) }))
      .findLast((each) => !sameWords(each.words, words))
    if (older?.commit === undefined) continue
    const about = folder === 'notes-to-editors' ? carriersOf(id, comparison) : [name]
    const [subject] = about
    if (subject === undefined || announcements.tellOf(about, older.commit)) continue
    const [first, ...more] = differenceOf(older.words, words)
    if (!first) continue
    problems.error(
      { file: path, line: first.line, column: 1 },
      `The words of this public text were changed, and nothing says so: ${inShort(first, more.length)}.`,
      howToSay(subject, isFrom, now),
    )
  }
}

function inShort({ part, label, parts }: Difference, others: number): string {
  const [change = ''] = changesInWords(parts, 20)
  const about = part === 'fact' ? `in the ${label}, ${change}` : change
  if (others === 0) return about
  return `${about}; and ${others} more ${others === 1 ? 'change' : 'changes'}`
}

/** @param subject what names the publication that the update must be about */
function howToSay(subject: string, publicFrom: Date, now: Date): string {
  const { folder, id } = partsOf(subject)
  const on = dayInLondon(now)
  const lines = [
    '---',
    'type: change',
    `on: ${on}`,
    // An update of the day of publication must say that it came later.
    ...(dayInLondon(publicFrom) === on ? [`at: "${timeInLondon(now)}"`] : []),
    `${folder === 'action-plans' ? 'plan' : 'release'}: ${id}`,
    'minor: true',
    'reason: Why the words mean the same as before',
    '---',
  ]
  return `Run \`npm run new -- change --target ${id}\`, or \`npm run new -- correction --target ${id}\` if the text was wrong; for a change that alters no meaning, write content/updates/${on}-${id}-change.mdx with these lines:\n${lines.map((line) => `      ${line}`).join('\n')}`
}

import type { Problems } from '../document/problems.ts'
import type { Comparison } from './comparison.ts'
import { addressOf, partsOf } from './content-files.ts'
import type { FileVersion } from './content-history.ts'
import { FrontMatter, idsIn } from './front-matter.ts'
import { publicVersions } from './versions.ts'
import { areAlike, wordsOf } from './words.ts'

/** What a check knows of the site as it would be published now. */
export interface PresentSite {
  /** The addresses of all its pages, those too that the site makes itself. */
  addresses: ReadonlySet<string>
  /** Where old addresses lead: the new address by the old one. */
  redirects: ReadonlyMap<string, string>
}

/** Reports each address that was once public, and now leads nowhere: links to it are for ever. */
export function reportGoneAddresses(
  comparison: Comparison,
  { addresses, redirects }: PresentSite,
  problems: Problems,
): void {
  const { history, present, now } = comparison
  const isGone = (name: string) => {
    const address = addressOf(name)
    return (
      address !== undefined &&
      !present.paths.has(name) &&
      !addresses.has(address) &&
      !redirects.has(address)
    )
  }
  const gone = [...history.revisions.keys()].filter(isGone)
  for (const [name, versions] of history.versions(gone)) {
    const last = publicVersions(name, versions, now).at(-1)
    const address = addressOf(name)
    if (!last || address === undefined || !wasShown(name, comparison)) continue
    const successor = successorOf(name, last.text, comparison)
    const file = present.paths.get(successor ?? '') ?? last.path
    const to = successor === undefined ? undefined : addressOf(successor)
    problems.error(
      { file, line: 1, column: 1 },
      `The address ${address} was public, and now it leads nowhere.`,
      to === undefined
        ? `Bring ${last.path} back with \`state: withdrawn\`, or add a line to content/redirects.yaml that says where its words are now: \`${address}: /the/new/address/\`.`
        : `Add this line to content/redirects.yaml: \`${address}: ${to}\`.`,
    )
  }
}

/** A note is seen with a text that carries it: one that no public text ever carried was not. */
function wasShown(name: string, { history, now }: Comparison): boolean {
  const { folder, id } = partsOf(name)
  if (folder !== 'notes-to-editors') return true
  const carries = ({ text }: FileVersion) =>
    text !== undefined && text.includes(id) && idsIn(new FrontMatter(text), 'notes').includes(id)
  const records = [...history.revisions.keys()].filter((each) =>
    ['press-releases', 'action-plans'].includes(partsOf(each).folder),
  )
  return [...history.versions(records)].some(
    ([each, versions]) =>
      versions.some(carries) &&
      publicVersions(each, versions, now).some(({ text }) =>
        idsIn(new FrontMatter(text), 'notes').includes(id),
      ),
  )
}

/**
 * What names the file that now has the words of one that is gone: where git saw it renamed, or,
 * since the base, the new file of its folder with most of the words.
 */
function successorOf(
  name: string,
  text: string,
  { history, present }: Comparison,
): string | undefined {
  const seen = new Set<string>()
  let current = name
  while (!seen.has(current)) {
    if (present.paths.has(current)) return current
    seen.add(current)
    current = history.revisions.get(current)?.at(-1)?.renamedTo ?? current
  }
  const { folder } = partsOf(current)
  const words = wordsOf(text)
  return [...present.paths.keys()].find(
    (each) =>
      partsOf(each).folder === folder &&
      !history.revisions.has(each) &&
      areAlike(words, wordsOf(present.text(each) ?? '')),
  )
}

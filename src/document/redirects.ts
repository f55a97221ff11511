import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readText, REDIRECTS } from './content-files.ts'
import { nearest, type Place, type Problems } from './problems.ts'
import { readStructuredData } from './structured-data.ts'

/** An address of this site that leads to another one. */
export interface Redirect {
  from: string
  to: string
  place: Place
}

/** Only signs that files, headers and pages write alike, and no name that begins with a dot. */
const address = z
  .string()
  .regex(/^\/(?:[\w~-][\w.~-]*\/)+$/)
  .describe('An address on this site that begins and ends with /, such as /press-releases/a-name/.')
const schema = z.record(address, address)

/** @returns what stands in content/redirects.yaml; nothing when it is missing or has errors. */
export function readRedirects(root: string, problems: Problems): Redirect[] {
  const file = `content/${REDIRECTS}`
  if (!existsSync(join(root, file))) return []
  const text = readText(root, file, problems)
  const read = text === undefined ? undefined : readStructuredData(schema, text, file, problems)
  if (!read) return []
  return Object.entries(read.value).map(([from, to]) => ({ from, to, place: read.place(from) }))
}

/**
 * Reports each redirect that would lead nowhere, or take a page's place.
 * @param known every address that the site has
 * @param isUndecided whether the file behind an address cannot be read, which is reported there
 */
export function checkRedirects(
  redirects: readonly Redirect[],
  known: ReadonlySet<string>,
  isUndecided: (address: string) => boolean,
  problems: Problems,
): void {
  const moved = new Map(redirects.map(({ from, to }) => [from, to]))
  for (const { from, to, place } of redirects) {
    // What lies beneath an address moves with it, on some hosts even where there is a file.
    const stays = [...known].find((each) => each.startsWith(from))
    if (to === from) {
      problems.error(place, `${from} is redirected to itself.`, 'Take the line out.')
    } else if (stays !== undefined) {
      problems.error(
        place,
        `There is a page at ${stays}, so ${from} cannot lead elsewhere.`,
        'Take the line out, or give the page another address.',
      )
    } else if (moved.has(to)) {
      const end = endOf(to, moved)
      problems.error(
        place,
        `${from} leads to ${to}, which has moved itself.`,
        end === undefined ? 'Take out one line of the circle.' : `Write ${end} at once.`,
      )
    } else if (!known.has(to) && !isUndecided(to)) {
      const near = nearest(to, [...known])
      problems.error(
        place,
        `${from} leads to ${to}, and there is no such page.`,
        near === undefined ? 'Look the address up on the site.' : `Did you mean ${near}?`,
      )
    } else if (publication.test(from) && !publication.test(to)) {
      // Otherwise a public record could go without a word, its address leading to a list.
      problems.error(
        place,
        `${from} was a publication, and ${to} is none.`,
        'Lead to the publication that it became; to take one back, keep its file and withdraw it: `npm run new -- withdrawal`.',
      )
    }
  }
}

/** The address of a release, a plan or a note; not that of an archive of a year. */
const publication = /^\/(?:press-releases|action-plans|notes-to-editors)\/(?!\d{4}\/)[^/]+\/$/

/** The end of a chain of redirects; undefined when it goes in a circle. */
function endOf(start: string, moved: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>()
  let end = start
  for (let next = moved.get(end); next !== undefined; next = moved.get(end)) {
    if (seen.has(end)) return undefined
    seen.add(end)
    end = next
  }
  return end
}

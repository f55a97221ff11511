import { offered } from './offered-formats.ts'

/*
 * What follows from the redirects that are written down. Apart from redirects.ts, because the server
 * needs it, and has no use for a parser.
 */

/** What a release and a plan have beside their page. */
const endings = [...offered.map(({ ending }) => ending), '.png']

const isRecord = (page: string) => /^\/(press-releases|action-plans)\/[^/]+\/$/.test(page)

/**
 * The new addresses of pages, and of the formats of releases and plans, which move with them.
 * @param redirects the new address of each page by its old one
 */
export function movedAddresses(
  redirects: Iterable<readonly [string, string]>,
): Map<string, string> {
  const moved = new Map(redirects)
  for (const [from, to] of [...moved].filter(([page]) => isRecord(page))) {
    for (const ending of endings) {
      // What has become a page without formats is at least still found.
      moved.set(from.slice(0, -1) + ending, isRecord(to) ? to.slice(0, -1) + ending : to)
    }
  }
  return moved
}

/**
 * Where an address has moved to: a page, a format, or what lies beneath a page, such as its feed.
 * @param moved what {@link movedAddresses} returned
 * @param path an address without query and fragment
 * @returns undefined when it has not moved
 */
export function newAddress(moved: ReadonlyMap<string, string>, path: string): string | undefined {
  const known = moved.get(path) ?? moved.get(`${path}/`)
  if (known !== undefined) return known
  const names = path.split('/')
  for (let length = names.length - 1; length > 1; length--) {
    const to = moved.get(`${names.slice(0, length).join('/')}/`)
    if (to !== undefined) return to + names.slice(length).join('/')
  }
  return undefined
}

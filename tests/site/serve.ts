import { serveSite, type ServedSite } from '../../src/audit/serve-site.ts'

/** When somebody asks for a format in the tests: the morning of the announcement. */
export const theDay = '2016-11-25T10:00:00Z'

/**
 * Serves a built site as `serveSite` does, on the day of the announcement.
 *
 * @param folder the folder of its pages, in the folder of its build
 * @param url the address that it was built for
 */
export function serveForTests(
  folder: string,
  now = theDay,
  url = 'http://localhost:4321',
): Promise<ServedSite> {
  return serveSite(folder, now, url)
}

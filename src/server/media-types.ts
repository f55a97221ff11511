import { basename, extname } from 'node:path'

/**
 * Types that `send` would not know, or would send without the charset: a text without one is
 * guessed at, and the guess is wrong for the first pound sign.
 */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  // Feeds too, and not application/atom+xml: with that one, whoever follows a link to a feed gets a
  // download in Firefox 153 and the bare source in Chromium 156. Both mark this one up, and feed
  // readers, which have the type from the page's <link>, look for the element in the file.
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json',

  // No type is registered for braille-ready files. As text/plain a browser would show the codes of
  // the cells, which nobody can read; this one is saved, for the display or the embosser.
  '.brf': 'application/x-brf',
  // As the PEF format itself names it (https://braillespecs.github.io/pef/pef-specification.html).
  '.pef': 'application/x-pef+xml',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.epub': 'application/epub+zip',
  '.odp': 'application/vnd.oasis.opendocument.presentation',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

/**
 * Types of files by their whole name. JSON Feed 1.1 wants its own ("Suggestions for Publishers"),
 * and browsers show it as they show any JSON (https://www.jsonfeed.org/version/1.1/).
 */
const TYPES_BY_NAME: Readonly<Record<string, string>> = {
  'feed.json': 'application/feed+json; charset=utf-8',
}

/**
 * @param file a file's name or path
 * @returns the value of its Content-Type, or undefined when `send` knows better, or
 *   nobody does: then it is `application/octet-stream`, as for the files of Pagefind's index
 */
export function mediaType(file: string): string | undefined {
  return TYPES_BY_NAME[basename(file)] ?? TYPES[extname(file).toLowerCase()]
}

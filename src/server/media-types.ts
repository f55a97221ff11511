import { extname } from 'node:path'

/**
 * Types that `send` would not know, or would send without the charset: a text without one is
 * guessed at, and the guess is wrong for the first pound sign.
 */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  // Not application/atom+xml: browsers show this one, and feed readers take it as well.
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json',

  // No type is registered for braille-ready files. As text/plain a browser would show the codes of
  // the cells, which nobody can read; this one is saved, for the display or the embosser.
  '.brf': 'application/x-brf',
  // As the PEF format itself names it (https://braillespecs.github.io/pef/pef-specification.html).
  '.pef': 'application/x-pef+xml',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.epub': 'application/epub+zip',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.pdf': 'application/pdf',
}

/**
 * @param file a file's name or path
 * @returns the value of its Content-Type, or undefined when the extension is none of the site's
 */
export function mediaType(file: string): string | undefined {
  return TYPES[extname(file).toLowerCase()]
}

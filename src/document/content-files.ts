import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { offered } from './offered-formats.ts'
import { ATTACHMENTS } from './attachments.ts'
import { decode, parseMdx, type ParsedFile } from './syntax.ts'
import { PICTURES } from './pictures.ts'
import { nearest, type Problems } from './problems.ts'

/** The folders of content/ that hold publications, one MDX file each. */
export const folders = [
  'press-releases',
  'action-plans',
  'notes-to-editors',
  'updates',
  'pages',
] as const

/** What the addresses of some formats have after the id, such as -large-print. */
const formatNames = offered
  .filter(({ ending }) => ending.startsWith('-'))
  .map(({ ending }) => ending.replace(/\..*/, ''))
const isRecord = (folder: string) => folder === 'press-releases' || folder === 'action-plans'

/** The registers of content/. */
export const registerFiles = [
  'people.yaml',
  'organisations.yaml',
  'documents.yaml',
  'topics.yaml',
  'glossary.yaml',
  'known-issues.yaml',
  'site.yaml',
  'format-requests.yaml',
  'audit.yaml',
] as const

/** Words of the content that the British dictionary lacks, for the spelling remarks (src/subeditor/). */
export const SPELLING = 'spelling.txt'

/** Addresses that have moved (src/history/). */
export const REDIRECTS = 'redirects.yaml'

/** A file of content/ with its id: its name, without folders and ending. */
export interface ContentFile extends ParsedFile {
  id: string
}

/** The decoded text of a file; `name` is its path as messages show it, from the project's root. */
export function readText(root: string, name: string, problems: Problems): string | undefined {
  const path = join(root, name)
  if (!existsSync(path)) {
    problems.error(
      { file: name, line: 1, column: 1 },
      'The file is missing.',
      'Restore it from git: `git checkout -- content`.',
    )
    return undefined
  }
  return decode(readFileSync(path), name, problems)
}

/**
 * Reads and parses the files of a folder one at a time, so that ten thousand of them are never in
 * memory together. Years may have folders of their own.
 * @param unread called with the id of a file that cannot be parsed; why is reported.
 */
export function* readFolder(
  root: string,
  folder: (typeof folders)[number],
  problems: Problems,
  unread: (id: string) => void,
): Generator<ContentFile> {
  const seen = new Map<string, string>()
  for (const file of listFolder(root, folder, problems)) {
    const id = basename(file, '.mdx')
    const place = { file, line: 1, column: 1 }
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || /^\d{4}$/.test(id)) {
      problems.error(
        place,
        `“${id}” cannot be an address.`,
        'Name the file with small letters, digits and hyphens, such as new-bus-routes.mdx; not only a year.',
      )
      continue
    }
    const taken = isRecord(folder) && formatNames.find((end) => id.endsWith(end))
    if (taken) {
      problems.error(
        place,
        `“${id}” cannot be an address: the files of formats end in ${taken}.`,
        'Name the file otherwise.',
      )
      continue
    }
    const other = seen.get(id)
    if (other !== undefined) {
      problems.error(place, `${other} has the same name.`, 'Rename one: the name is the address.')
      continue
    }
    seen.set(id, file)
    const text = readText(root, file, problems)
    const parsed = text === undefined ? undefined : parseMdx(text, file, problems)
    if (parsed) yield { ...parsed, id }
    else unread(id)
  }
}

function listFolder(root: string, folder: string, problems: Problems): string[] {
  const path = join(root, 'content', folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
    .filter((file) => {
      if (file.endsWith('.mdx')) return true
      problems.error(
        { file, line: 1, column: 1 },
        'The file does not end in .mdx.',
        'Rename it to end in .mdx, or move it: pictures belong into content/images/, documents into content/documents/.',
      )
      return false
    })
}

/** Reports what stands directly in content/ and is neither a known folder nor a register. */
export function checkContentRoot(root: string, problems: Problems): void {
  if (existsSync(join(root, 'public', PICTURES))) {
    problems.error(
      { file: `public/${PICTURES}`, line: 1, column: 1 },
      'What lies in public/ can be read at once, pictures of texts under embargo too.',
      `Move the folder to content/${PICTURES}/: pictures there are served once a public text shows them.`,
    )
  }
  const known: string[] = [...folders, ATTACHMENTS, PICTURES, ...registerFiles, SPELLING, REDIRECTS]
  for (const name of readdirSync(join(root, 'content')).toSorted()) {
    if (known.includes(name) || name.startsWith('.')) continue
    const near = nearest(name, known)
    problems.error(
      { file: `content/${name}`, line: 1, column: 1 },
      'Nothing reads this file or folder.',
      near === undefined ? 'Move it out of content/.' : `Did you mean ${near}?`,
    )
  }
}

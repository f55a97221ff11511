import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { folders } from '../document/content-files.ts'

/**
 * What names a file of content/ for ever, such as `press-releases/new-buses`: its folder and its id.
 * It may move between the folders of years.
 * @param path from the project's root
 * @returns undefined when the file is none that has a history
 */
export function nameOf(path: string): string | undefined {
  const [content, folder = '', ...rest] = path.split('/')
  const file = rest.at(-1)
  const isKnown = folders.some((each) => each === folder)
  if (content !== 'content' || !isKnown || file?.endsWith('.mdx') !== true) return undefined
  return `${folder}/${basename(file, '.mdx')}`
}

/** The two parts of what names a file. */
export function partsOf(name: string): { folder: string; id: string } {
  const [folder = '', id = ''] = name.split('/')
  return { folder, id }
}

/** The address of a file's page; undefined for an update, which has none of its own. */
export function addressOf(name: string): string | undefined {
  const { folder, id } = partsOf(name)
  if (folder === 'updates') return undefined
  return folder === 'pages' ? `/${id}/` : `/${name}/`
}

/** What names the file of a page; undefined for a page that has no publication's address. */
export function nameOfPage(address: string): string | undefined {
  return /^\/([^/]+\/[^/]+)\/$/.exec(address)?.[1]
}

/** The text of a file, leniently: a byte that is no UTF-8 does not hide the rest. */
export function lenientText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n')
}

/** The files of content/ as they are in the working tree. */
export class PresentFiles {
  /** Paths from the project's root, by what names the files. */
  readonly paths = new Map<string, string>()
  readonly #root: string

  constructor(root: string) {
    this.#root = root
    const content = join(root, 'content')
    if (!existsSync(content)) return
    for (const entry of readdirSync(content, { recursive: true, withFileTypes: true })) {
      const path = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')
      const name = nameOf(path)
      if (name !== undefined && entry.isFile()) this.paths.set(name, path)
    }
  }

  /** The text of a file; undefined when it is not there. */
  text(name: string): string | undefined {
    const path = this.paths.get(name)
    return path === undefined ? undefined : lenientText(readFileSync(join(this.#root, path)))
  }
}

import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { isBuiltSite, openBuiltSite } from './built-site.ts'
import { serveFolder } from './folder-server.ts'

/** A page to look at. */
export interface Target {
  /** Where it is read. */
  readonly address: string
  /** What it is called in reports: the path of its file as given, or its address. */
  readonly path: string
  /** Its file, from the group's folder on; undefined when no file alone decides what it is. */
  readonly file?: string
  /** The body of a form: the page is what the server answers to it, not to a mere visit. */
  readonly post?: string
  /** Whether it is a step in a process or its result, which nobody goes to by itself. */
  readonly isStep?: boolean
  /** Whether it is a page of a site that this project built. */
  readonly isOurs?: boolean
}

/** Pages that belong together, and what ends their serving. */
export interface TargetGroup {
  readonly targets: readonly Target[]
  readonly close: () => void
  /** The folder that they are served from. */
  readonly folder?: string
  /** Whether they are a site that this project built. */
  readonly isOurs?: boolean
}

/** What was asked for cannot be audited; the message is one sentence for the person who asked. */
export class NoSuchTarget extends Error {
  override readonly name = 'NoSuchTarget'
}

/**
 * Finds the pages of what was named on the command line, and serves those that are files.
 *
 * @param named folders, files that end in .html or .htm, addresses
 * @returns one group for each thing named
 * @throws {NoSuchTarget}
 */
export async function openTargets(named: readonly string[]): Promise<TargetGroup[]> {
  const groups: TargetGroup[] = []
  try {
    for (const name of named) groups.push(await open(name))
  } catch (error) {
    for (const { close } of groups) close()
    throw error
  }
  return groups
}

async function open(name: string): Promise<TargetGroup> {
  if (/^https?:\/\//i.test(name)) {
    if (!URL.canParse(name)) throw new NoSuchTarget(`${name} is no address.`)
    return { targets: [{ address: name, path: name }], close: () => undefined }
  }
  const path = resolve(name)
  const facts = await stat(path).catch(() => undefined)
  if (!facts) throw new NoSuchTarget(`There is no file or folder ${name}.`)
  if (facts.isDirectory()) {
    if (isBuiltSite(path)) return openBuiltSite(path)
    const files = await pagesIn(path)
    if (files.length === 0) throw new NoSuchTarget(`There is no page (.html) in ${name}.`)
    return serve(path, files)
  }
  if (!isPage(path)) throw new NoSuchTarget(`${name} is no page: its name must end in .html.`)
  return serve(dirname(path), [basename(path)])
}

async function serve(folder: string, files: readonly string[]): Promise<TargetGroup> {
  const { origin, close } = await serveFolder(folder)
  const targets = files.map((file) => ({
    address: `${origin}/${file.split('/').map(encodeURIComponent).join('/')}`,
    path: file,
    file,
  }))
  return { targets, close, folder }
}

/** @returns the files of a folder that are pages, from that folder on, with `/` between names */
export async function pagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && isPage(entry.name))
    .map(({ parentPath, name }) => relative(folder, resolve(parentPath, name)).split(sep).join('/'))
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort()
}

function isPage(file: string): boolean {
  return /\.html?$/i.test(file)
}

import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CODINGS, type Coding } from './negotiate.ts'
import { Refusal } from './refusal.ts'

/** Where the build keeps the coded copy of a file: beside it, with one more extension. */
export const CODING_EXTENSIONS: Readonly<Record<Coding, string>> = { br: '.br', gzip: '.gz' }

/** Tells other hosts what headers to send; it is no page. */
export const HOST_CONFIGURATION = '_headers'

/** Tells other hosts which addresses have moved; it is no page either. */
export const HOST_REDIRECTS = '_redirects'

/** A file's path inside the folder, with `/` between names, or the address to go to instead. */
export type Found = { readonly file: string } | { readonly redirect: string }

/**
 * Finds what an address means: `/x/` the index of a folder, `/x.txt` a file, `/x` the way to `/x/`.
 *
 * @param folder the folder that is served
 * @param path a request's path, percent-encoded, beginning with `/`
 * @returns the file or the redirect (a path without a query), or undefined when there is neither
 * @throws {Refusal} with 400 when the percent-encoding is wrong or holds a NUL
 */
export async function findFile(folder: string, path: string): Promise<Found | undefined> {
  const names = path.slice(1).split('/').map(decodeName)
  const isFolder = names.at(-1) === ''
  if (isFolder) names.pop()
  if (!names.every(isPublicName)) return undefined

  const file = (isFolder ? [...names, 'index.html'] : names).join('/')
  if (file === HOST_CONFIGURATION || file === HOST_REDIRECTS) return undefined
  if (await isFile(join(folder, file))) {
    return (await isCodedCopy(folder, file)) ? undefined : { file }
  }
  if (!isFolder && (await isFile(join(folder, file, 'index.html')))) {
    return { redirect: `/${encodePath(file)}/` }
  }
  return undefined
}

/**
 * @param folder the folder that is served
 * @param file a file in it, as {@link findFile} gives it
 * @returns the codings that the file has a copy in
 */
export async function codingsOf(folder: string, file: string): Promise<Coding[]> {
  const exists = await Promise.all(
    CODINGS.map((coding) => isFile(join(folder, file + CODING_EXTENSIONS[coding]))),
  )
  return CODINGS.filter((_, index) => exists[index])
}

/**
 * @param path a full path
 * @returns whether a file, and not a folder, is there
 */
export async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (isAbsence(error)) return undefined
    throw error
  })
  return found?.isFile() ?? false
}

/**
 * @param file a path inside the folder, as {@link findFile} gives it
 * @returns the one address that its readers know it by
 */
export function addressOf(file: string): string {
  return `/${encodePath(file).replace(/(?<=^|\/)index\.html$/, '')}`
}

/**
 * @param file a path inside the folder, as {@link findFile} gives it
 * @returns the same path, percent-encoded
 */
export function encodePath(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/')
}

function decodeName(name: string): string {
  try {
    const decoded = decodeURIComponent(name)
    if (!decoded.includes('\0')) return decoded
  } catch {
    // A URIError says no more than that the encoding is wrong, which the status says too.
  }
  throw new Refusal(400)
}

/**
 * No empty name (`//evil.example/..` must not become a redirect elsewhere), no separator that was
 * hidden by percent-encoding, no `..`, and no dot file but the folder of RFC 8615.
 */
function isPublicName(name: string, index: number): boolean {
  if (name.startsWith('.')) return index === 0 && name === '.well-known'
  return name !== '' && !/[/\\]/.test(name)
}

/** One page, one address: a coded copy is a way to send its page and no page of its own. */
async function isCodedCopy(folder: string, file: string): Promise<boolean> {
  const extension = Object.values(CODING_EXTENSIONS).find((ending) => file.endsWith(ending))
  return extension !== undefined && isFile(join(folder, file.slice(0, -extension.length)))
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG'
}

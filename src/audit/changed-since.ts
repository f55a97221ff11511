import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix, relative } from 'node:path'
import { z } from 'zod'
import { isBuiltSite } from './built-site.ts'
import { NoSuchTarget, pagesIn, type TargetGroup } from './targets.ts'

const digests = z.record(z.string(), z.string())

/**
 * Leaves out the pages that are what they were at a revision: the file itself and every file of the
 * same folder that it names. A site of ours is built as it was then, once for each revision.
 *
 * @param group pages of a folder
 * @param revision as git understands it
 * @param cache where what is known of a revision is kept
 * @throws {NoSuchTarget} when the pages are no files, or git does not know the revision
 */
export async function changedSince(
  group: TargetGroup,
  revision: string,
  cache: string,
): Promise<TargetGroup> {
  const { folder } = group
  if (folder === undefined) {
    throw new NoSuchTarget(
      '--changed-since is for folders and files: what an address was is not known.',
    )
  }
  const before = await digestsAt(revision, folder, cache)
  const now = await digestsOf(folder)
  const changed = new Set(Object.keys(now).filter((file) => now[file] !== before[file]))
  const targets = group.targets.filter(({ file }) => file === undefined || changed.has(file))
  return { ...group, targets }
}

async function digestsAt(
  revision: string,
  folder: string,
  cache: string,
): Promise<Record<string, string>> {
  const isOurs = isBuiltSite(folder)
  const place = isOurs ? join(folder, '..', '..') : folder
  const commit = ask(place, 'rev-parse', '--verify', `${revision}^{commit}`)
  if (commit === undefined)
    throw new NoSuchTarget(`git knows no revision ${revision} of ${folder}.`)
  const known = join(cache, `${commit}-${hash(folder).slice(0, 12)}.json`)
  if (existsSync(known)) return digests.parse(JSON.parse(readFileSync(known, 'utf8')))

  const scratch = mkdtempSync(join(tmpdir(), 'audit-revision-'))
  try {
    const found = await digestsOf(
      isOurs ? build(place, commit, scratch) : extract(place, commit, scratch),
    )
    mkdirSync(cache, { recursive: true })
    writeFileSync(known, JSON.stringify(found))
    return found
  } finally {
    if (isOurs) ask(place, 'worktree', 'remove', '--force', join(scratch, 'site'))
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** @returns the folder of the pages that the revision builds */
function build(project: string, commit: string, scratch: string): string {
  const site = join(scratch, 'site')
  if (ask(project, 'worktree', 'add', '--detach', site, commit) === undefined) {
    throw new NoSuchTarget(`git cannot check out ${commit}.`)
  }
  symlinkSync(join(project, 'node_modules'), join(site, 'node_modules'), 'junction')
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: site })
  if (status !== 0) throw new NoSuchTarget(`${commit} cannot be built.\n${stderr.toString()}`)
  return join(site, 'dist', 'client')
}

/** @returns the folder as it was */
function extract(folder: string, commit: string, scratch: string): string {
  const path = ask(folder, 'rev-parse', '--show-prefix') ?? ''
  // From further down git would look for the path inside of itself.
  const top = ask(folder, 'rev-parse', '--show-toplevel') ?? folder
  const archive = join(scratch, 'folder.tar')
  // A folder that was not there yet has no pages that could be the same.
  if (ask(top, 'archive', '--output', archive, `${commit}:${path}`) !== undefined) {
    spawnSync('tar', ['-xf', archive, '-C', scratch])
  }
  return scratch
}

/** @returns for each page what changes when anything that it is made of does */
async function digestsOf(folder: string): Promise<Record<string, string>> {
  const files = await pagesIn(folder)
  return Object.fromEntries(files.map((file) => [file, digestOf(folder, file)]))
}

function digestOf(folder: string, file: string): string {
  const html = readFileSync(join(folder, file), 'utf8')
  const named = [...html.matchAll(/\b(?:src|href|poster|data)=["']?([^"'\s>]+)/g)]
    .map(([, address = '']) => address.replace(/[?#].*$/s, ''))
    .filter((address) => !/^(\w+:|\/\/|$)/.test(address) && !/(\/|\.html?)$/.test(address))
    .map((address) =>
      address.startsWith('/') ? address.slice(1) : posix.join(dirname(file), address),
    )
    .map((path) => join(folder, path))
    .filter((path) => !relative(folder, path).startsWith('..') && existsSync(path))
  const parts = [html, ...[...new Set(named)].sort().map((path) => readFileSync(path))]
  return hash(...parts)
}

function hash(...parts: (string | Buffer)[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest('hex')
}

function ask(folder: string, ...parameters: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', parameters, { cwd: folder, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

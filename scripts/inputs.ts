import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['content', 'public', 'src', 'scripts']
const files = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json']
const variables = ['SITE_URL', 'SITE_NOW']

/**
 * Names all that a build is made from: files, variables, and the newest commit, because the versions
 * of a publication are read from git. `npm start` builds again when it differs; what becomes due
 * meanwhile is in `next-due.txt` (rebuild.ts).
 * @param root the project's folder.
 */
export function inputsDigest(root: string): string {
  const hash = createHash('sha256')
  const add = (name: string) => {
    hash.update(name).update(readFileSync(join(root, name)))
  }
  // git keeps no empty folder: public/ may be missing.
  for (const folder of folders.filter((each) => existsSync(join(root, each)))) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .toSorted()
      .forEach(add)
  }
  files.forEach(add)
  for (const name of variables) hash.update(`${name}=${process.env[name] ?? ''}`)
  hash.update(newestCommit(root))
  return hash.digest('hex')
}

/** @returns nothing outside a checkout, or where there is no git. */
function newestCommit(root: string): string {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  })
  return status === 0 ? stdout : ''
}

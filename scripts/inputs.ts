import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayInLondon } from '../src/document/dates.ts'

const folders = ['content', 'public', 'src', 'scripts']
const files = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json']
const variables = ['SITE_URL', 'SITE_NOW']

/**
 * Names everything that a build is made from: the files, the variables, and the day in London,
 * because a publication can be due on it. `npm start` builds again when it differs.
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
  hash.update(dayInLondon(new Date()))
  return hash.digest('hex')
}

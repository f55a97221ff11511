import { cpSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const leftOut = [
  'node_modules',
  'dist',
  'dist.next',
  'dist.old',
  'dist-preview',
  '.astro',
  '.git',
  '.cache',
  '.data',
]

/**
 * Copies the project without anything that was built, for builds that must not touch the real one.
 * @param root the project's folder.
 * @returns the copy's folder; whoever asked for it removes it.
 */
export function copyProject(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'publication-site-'))
  for (const name of readdirSync(root)) {
    if (!leftOut.includes(name)) cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  return copy
}

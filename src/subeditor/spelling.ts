import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SPELLING } from '../document/content-files.ts'
import type { Registers } from '../document/references.ts'

/** The registers that hold names. */
export type Named = Pick<Registers, 'people' | 'organisations' | 'glossary'>

/**
 * Words that are right although the British dictionary lacks them: those of content/spelling.txt,
 * the names of people and bodies, and the terms of the glossary.
 */
export function knownWords(root: string, { people, organisations, glossary }: Named): string[] {
  const named = [
    ...[...people.values()].map(({ name }) => name),
    ...[...organisations.values()].flatMap(({ name, shortAsStated = '' }) => [name, shortAsStated]),
    ...glossary.flatMap(({ term, meaning = '' }) => [term, meaning]),
  ]
  const words = named.flatMap((name) => name.replaceAll('’', "'").match(/[\p{L}\p{M}'-]+/gu) ?? [])
  return [
    ...new Set([...projectWords(root), ...words, ...words.flatMap((each) => each.split('-'))]),
  ]
}

/** The words of content/spelling.txt, one a line; a line that begins with # is for people. */
function projectWords(root: string): string[] {
  const path = join(root, 'content', SPELLING)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim().replaceAll('’', "'"))
    .filter((line) => line !== '' && !line.startsWith('#'))
}

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Root } from 'mdast'
import * as z from 'zod'
import { parse } from 'yaml'
import { Problems } from '../document/problems.ts'
import { pressRelease } from '../document/schemas.ts'
import { compareParsers } from '../document/second-parser.ts'
import { isPublic } from '../document/states.ts'
import { parseMdx } from '../document/syntax.ts'
import {
  changesToFrontMatter,
  changesToLines,
  changesToProse,
  withChanges,
  type Change,
} from './mend-text.ts'

/** What was changed, and where. */
export interface Mended {
  file: string
  line: number
  what: string
}

/**
 * Changes in drafts what cannot change their meaning: line ends, spaces, characters that show
 * nothing, a straight mark that closes a curly one. Public records, code and fields stay as they are.
 * @param root the folder that holds content/
 * @param now what has become public by then is no draft.
 */
export function mendDrafts(root: string, now: Date): Mended[] {
  return ['press-releases', 'action-plans'].flatMap((folder) =>
    filesOf(join(root, 'content', folder)).flatMap((path) => {
      const file = relative(root, path).replaceAll('\\', '/')
      const text = decoded(readFileSync(path))
      const { mended, done } = text === undefined ? {} : mendDraft(text, file, now)
      if (mended !== undefined && mended !== text) writeFileSync(path, mended)
      return done ?? []
    }),
  )
}

/** @returns nothing when the text is no draft, or cannot be read. */
export function mendDraft(
  text: string,
  file: string,
  now: Date,
): { mended?: string; done?: Mended[] } {
  const done: Mended[] = []
  const make = (changes: readonly Change[], before: string): string => {
    for (const { at, what } of changes.filter(({ what }) => what !== '')) {
      done.push({ file, line: before.slice(0, at).split('\n').length, what })
    }
    return withChanges(before, changes)
  }
  const inLines = make(changesToLines(text), text)
  const readable = make(changesToFrontMatter(inLines), inLines)
  if (!isDraft(readable, now)) return {}
  let mended = readable
  // What is left when a character has gone may be doubled spaces.
  for (let tree = treeOf(mended, file); tree; tree = treeOf(mended, file)) {
    const changes = changesToProse(mended, tree)
    if (changes.length === 0) break
    const next = make(changes, mended)
    const nextTree = treeOf(next, file)
    // It must be the same text afterwards; where Markdown makes another of it, it stays as it was.
    if (!nextTree || wordsOf(nextTree) !== wordsOf(tree)) return {}
    mended = next
  }
  return { mended, done: inReadingOrder(done) }
}

const states = z.object({
  state: pressRelease.shape.state.extract(['draft', 'in-review', 'ready']),
  published: pressRelease.shape.published,
  publishAt: pressRelease.shape.publishAt,
  embargoUntil: pressRelease.shape.embargoUntil,
})

function isDraft(text: string, now: Date): boolean {
  const [, front = ''] = /^---\n(.*?\n)---(?:\n|$)/s.exec(text) ?? []
  try {
    const { success, data } = states.safeParse(parse(front))
    return success && !isPublic(data, now)
  } catch {
    // What is wrong with it, the check says.
    return false
  }
}

/** The tree that both parsers read; undefined when they do not agree, or cannot read it. */
function treeOf(text: string, file: string): Root | undefined {
  const problems = new Problems()
  const parsed = parseMdx(text, file, problems)
  const tree = parsed && compareParsers({ ...parsed, id: '' }, problems)
  return problems.all.length === 0 ? tree : undefined
}

/** All of a tree but its places and what a mend may change. */
function wordsOf(tree: Root): string {
  return JSON.stringify(tree, (key, value: unknown) => {
    if (key === 'position') return undefined
    const isText = typeof value === 'object' && value !== null && 'value' in value
    if (!isText || !('type' in value) || value.type !== 'text') return value
    const words = String(value.value).replace(/[\u200B\u00AD\uFEFF]/g, '')
    return { type: 'text', words: words.replace(/ {2,}/g, ' ').replaceAll('”', '"') }
  })
}

const filesOf = (folder: string): string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.mdx'))
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()

/** With its byte order mark; undefined when the bytes are not UTF-8, of which the check says more. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Two of a kind in one line are told of once. */
const inReadingOrder = (done: readonly Mended[]): Mended[] =>
  [...new Map(done.map((each) => [`${each.line} ${each.what}`, each])).values()].toSorted(
    (a, b) => a.line - b.line,
  )

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { readAttachments } from '../../../src/attachments/read-folder.ts'
import type { Publication } from '../../../src/document/library.ts'
import { html } from '../../../src/formats/html.ts'
import { text } from '../../../src/formats/text.ts'
import { formatContext } from '../../../src/formats/context.ts'
import { read } from '../document/made-up-content.ts'

/* The specimens, written as the formats write them, and what a reader gets of each format. */

export const siteUrl = 'https://made-up.example'

const specimenRoot = join(import.meta.dirname, '../../specimens')

/** What formats may use of tests/specimens. */
export const context = formatContext(specimenRoot, siteUrl)

/** A publication of tests/specimens. */
export function specimen(address: string): Publication {
  const publication = specimens.get(address)
  assert.ok(publication, `${address} is published`)
  return publication
}

const { problems, published: specimens } = read(specimenRoot, {
  siteUrl,
  now: new Date('2020-03-01T12:00:00Z'),
  attachments: await readAttachments(specimenRoot, '2020-03-01'),
})
assert.deepEqual(
  problems.filter(({ level }) => level === 'error'),
  [],
)

export const addresses = [...specimens.keys()]

export const asHtml = (publication: Publication): string => html.write(publication, context)
export const asText = (publication: Publication): string => text.write(publication, context)

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }
export const unescape = (written: string): string =>
  written.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '')

export const inOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** What a reader of a web page reads; the words for a picture and a mark are read in their place. */
export function readPage(written: string): string {
  const words = written
    .replace(/<img src="[^"]*" alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<\/?(?:em|strong|b|span|a|code|time)(?: [^>]*)?>/g, '')
    .replace(/<[^>]*>/g, ' ')
  return inOneLine(unescape(words))
}

/** What a reader of a text file reads, without addresses, underlines and the signs of lists. */
export function readFile(written: string): string {
  const words = written
    .replace(/^[=.-]{3,}$/gm, '')
    .replace(/^ *(?:-|\d+\.) +/gm, '')
    .replace(/\s+<(?:https?|mailto|tel):[^\s>]*>/g, '')
  return inOneLine(words)
}

/** Asserts that some words are read one after the other, with others between. */
export function assertInOrder(read: string, words: readonly string[]): void {
  let at = 0
  for (const each of words.map(inOneLine)) {
    const found = read.indexOf(each, at)
    assert.notEqual(found, -1, `“${each}” comes after “${read.slice(Math.max(0, at - 60), at)}”`)
    at = found + each.length
  }
}

/** The publications of the project itself, by their address. */
const projectRoot = join(import.meta.dirname, '../../..')
export const real = {
  context: formatContext(projectRoot, 'http://localhost:4321'),
  published: read(projectRoot, {
    siteUrl: 'http://localhost:4321',
    now: new Date('2026-11-26T12:00:00Z'),
  }).published,
}

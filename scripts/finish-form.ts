import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { recordOfMadePage } from '../src/formats/search.ts'
import { CONFIRMATION, FORM, type RenderPage } from '../src/requests/form-view.ts'
import { inlineStyleHashes } from '../src/server/headers.ts'

/** What the build must know of pages that are made on request. */
export interface FinishedForm {
  /** The hashes of their inline styles, for the content security policy. */
  styleHashes: string[]
  /** What is found of the form by searching. */
  searchRecord: string
}

const program = z.object({ render: z.custom<RenderPage>((value) => typeof value === 'function') })

/**
 * Puts what belongs to the form where the server and other hosts look for it, and makes its pages
 * once: a form that cannot be made must stop the build and not be found out by a reader.
 *
 * @param build the folder that Astro has built into, with client/ and server/ in it
 * @throws {Error} when a page cannot be made, or lacks its title or main part
 */
export async function finishForm(build: string, siteUrl: string): Promise<FinishedForm> {
  const client = join(build, 'client')
  // Where no server answers for the form, its address says so instead of being unknown.
  const fallback = join(client, FORM, 'unavailable')
  mkdirSync(join(client, FORM), { recursive: true })
  renameSync(join(fallback, 'index.html'), join(client, FORM, 'index.html'))
  rmSync(fallback, { recursive: true })
  // For the server alone.
  renameSync(join(client, 'publications.json'), join(build, 'publications.json'))

  const entry: unknown = await import(pathToFileURL(join(build, 'server', 'entry.mjs')).href)
  const { render } = program.parse(entry)
  const form = await render(siteUrl + FORM, {})
  const confirmation = await render(siteUrl + CONFIRMATION, {})
  return {
    styleHashes: [form, confirmation].flatMap(inlineStyleHashes),
    searchRecord: recordOfMadePage({ address: FORM, ...titleOf(form) }, wordsOf(form)),
  }
}

function titleOf(html: string): { title: string; summary: string } {
  const title = /<h1>([^<]+)<\/h1>/.exec(html)?.[1]
  const summary = /<meta name="description"[^>]* content="([^"]+)"/.exec(html)?.[1]
  if (title === undefined || summary === undefined) throw new Error('The form has no title.')
  return { title, summary }
}

function wordsOf(html: string): string {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1]
  if (main === undefined) throw new Error('The form has no main part.')
  return main.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

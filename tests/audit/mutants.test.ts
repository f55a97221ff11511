import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { chromium, type Browser } from '@playwright/test'
import send from 'send'
import { findBrowser } from '../../scripts/browser.ts'
import { audit, type AuditedPage } from '../../src/audit/audit.ts'
import { openBuiltSite } from '../../src/audit/built-site.ts'
import type { Target } from '../../src/audit/targets.ts'
import { note, plan, release } from '../site/pages.ts'
import { looksMutants } from './mutants/looks.ts'
import type { Ground, Mutant } from './mutants/mutant.ts'
import { readingMutants } from './mutants/reading.ts'
import { useMutants } from './mutants/use.ts'

const mutants: readonly Mutant[] = [...readingMutants, ...looksMutants, ...useMutants]
const folder = join(import.meta.dirname, '..', '..', 'dist', 'client')

/** The share of barriers that must be caught, as errors and in any way. They only rise. */
const FLOORS = { asErrors: 0.75, inAnyWay: 0.98 }

const paths: Record<Ground, string> = {
  '/': '/',
  release,
  plan,
  note,
  form: '/request-a-format/',
  refused: '/request-a-format/ (refused)',
  search: '/search/?q=children',
}

test('nearly every barrier that is put into our pages is caught', async (t) => {
  const launch = await findBrowser()
  const pages = await makeMutants(launch)
  const server = await serve(pages)
  try {
    const audited = await audit(targetsOf(server.origin, pages), { launch })
    const byName = new Map(audited.map((page) => [page.path, page]))
    const untouched = new Map(Object.keys(paths).map((ground) => [ground, byName.get(ground)]))
    for (const page of untouched.values()) assert.deepEqual(errorsOf(page), [], page?.path)

    const results = mutants.map(({ kind, criterion, on }) => {
      const extra = moreThan(byName.get(kind), untouched.get(on))
      return { kind, criterion, asError: extra.includes('error'), caught: extra.length > 0 }
    })
    const caught = results.filter((result) => result.caught)
    const asErrors = results.filter(({ asError }) => asError)
    const missed = results.filter((result) => !result.caught).map(({ kind }) => kind)
    const unsure = caught.filter(({ asError }) => !asError).map(({ kind }) => kind)
    t.diagnostic(`${results.length} kinds, ${caught.length} caught, ${asErrors.length} as errors`)
    t.diagnostic(`caught, but not as errors: ${unsure.join(', ') || 'none'}`)
    t.diagnostic(`missed: ${missed.join(', ') || 'none'}`)
    assert.ok(results.length >= 60, 'at least 60 kinds')
    assert.ok(caught.length / results.length >= FLOORS.inAnyWay, `missed: ${missed.join(', ')}`)
    assert.ok(asErrors.length / results.length >= FLOORS.asErrors, `unsure: ${unsure.join(', ')}`)
  } finally {
    server.close()
  }
})

function errorsOf(page: AuditedPage | undefined): string[] {
  assert.ok(page)
  return page.findings.filter(({ level }) => level === 'error').map(({ rule }) => rule)
}

/** @returns the levels of what is found on a mutant more often than on the page that it was made of */
function moreThan(mutant: AuditedPage | undefined, untouched: AuditedPage | undefined): string[] {
  assert.ok(mutant && untouched)
  const count = ({ findings }: AuditedPage, key: string) =>
    findings.filter((finding) => keyOf(finding) === key).length
  const keys = new Set(mutant.findings.map(keyOf))
  return [...keys]
    .filter((key) => count(mutant, key) > count(untouched, key))
    .map((key) => key.split(' ', 1).join())
}

function keyOf({ rule, level }: AuditedPage['findings'][number]): string {
  return `${level} ${rule}`
}

/** @returns the HTML of every mutant by its kind, and of every page as it is by its ground */
async function makeMutants(
  launch: Parameters<typeof chromium.launch>[0],
): Promise<Map<string, string>> {
  const site = await openBuiltSite(folder)
  const browser = await chromium.launch(launch)
  try {
    const html = new Map<string, string>()
    for (const [ground, path] of Object.entries(paths)) {
      const target = site.targets.find((candidate) => candidate.path === path)
      assert.ok(target, `${path} is a page of the site`)
      html.set(ground, await read(target))
    }
    for (const mutant of mutants) html.set(mutant.kind, await mutate(browser, mutant, html))
    return html
  } finally {
    await browser.close()
    site.close()
  }
}

async function read({ address, post }: Target): Promise<string> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const answer = await fetch(
    address,
    post === undefined ? {} : { method: 'POST', body: post, headers },
  )
  return answer.text()
}

async function mutate(
  browser: Browser,
  { kind, on, inject }: Mutant,
  html: ReadonlyMap<string, string>,
): Promise<string> {
  // The page's own scripts must not run yet: what they make would be made again.
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.route('**', (route) =>
    route.fulfill({ body: html.get(on) ?? '', contentType: 'text/html' }),
  )
  await page.goto('http://mutants.example/')
  try {
    await page.evaluate(`{ ${tools}; (${inject.toString()})() }`)
  } catch (error) {
    throw new Error(`The mutant ${kind} cannot be made`, { cause: error })
  }
  const mutated = await page.evaluate(() => document.documentElement.outerHTML)
  await context.close()
  return `<!DOCTYPE html>${mutated.replaceAll('type="application/x-mutant"', '')}`
}

const tools = stripTypeScriptTypes(
  readFileSync(join(import.meta.dirname, 'mutants', 'in-browser.ts'), 'utf8'),
).replaceAll('export function', 'function')

function targetsOf(origin: string, pages: ReadonlyMap<string, string>): Target[] {
  return [...pages.keys()].map((name) => {
    const isSearch = mutants.find(({ kind }) => kind === name)?.on === 'search' || name === 'search'
    const query = isSearch ? '?q=children' : ''
    return { path: name, address: `${origin}/mutants/${encodeURIComponent(name)}.html${query}` }
  })
}

/** Serves the mutants, and the files of the site that they name. */
async function serve(pages: ReadonlyMap<string, string>) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const [, name] = /^\/mutants\/(.*)\.html$/.exec(pathname) ?? []
    const page = name === undefined ? undefined : pages.get(decodeURIComponent(name))
    if (page === undefined) send(request, pathname, { root: folder }).pipe(response)
    else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert.ok(address !== null && typeof address !== 'string')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

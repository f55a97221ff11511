/*
 * `npm run build`: builds the site beside the last good one and puts it in its place only when all of it is there:
 * a broken publication, a full disk or a power cut leaves what is served untouched.
 */
import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inspect, parseArgs } from 'node:util'
import { build } from 'astro'
import { ConfigurationError, readConfiguration } from '../src/configuration.ts'
import { ContentError, Problems } from '../src/document/problems.ts'
import { readRedirects } from '../src/document/redirects.ts'
import { HOST_CONFIGURATION } from '../src/server/files.ts'
import { readAllWritten } from '../src/formats/written.ts'
import { searchRecord } from '../src/formats/search.ts'
import { NEXT_DUE } from '../src/next-due.ts'
import { makeSearchIndex } from '../src/search/make-index.ts'
import { securityHeaders, staticHostHeaders } from '../src/server/headers.ts'
import { compressSite } from './compress.ts'
import { finishForm } from './finish-form.ts'
import { inputsDigest } from './inputs.ts'
import { writeRedirects } from './write-redirects.ts'

const root = join(import.meta.dirname, '..')

/**
 * A preview has a folder of its own, because a web server may be serving dist/ to the public.
 * @param preview whether to build what is not public yet too, for a protected address.
 * @returns whether the new site is in its place; what went wrong has been said.
 */
export async function buildSite({ preview = false } = {}): Promise<boolean> {
  process.chdir(root)
  const site = join(root, preview ? 'dist-preview' : 'dist')
  const next = `${site}.next`
  // Always said: a variable that somebody left set must not make a public site of a preview.
  process.env.PREVIEW = preview ? 'yes' : 'no'
  process.env.ASTRO_TELEMETRY_DISABLED = '1'
  // Astro would make a new key each time, for server islands. This site has none, and the same
  // content must give the same bytes.
  process.env.ASTRO_KEY ??= Buffer.alloc(32).toString('base64')
  rmSync(next, { recursive: true, force: true })
  try {
    const { siteUrl } = readConfiguration(process.env)
    const digest = inputsDigest(root)
    await build({ root, logLevel: 'warn' })
    const client = join(next, 'client')
    const form = await finishForm(next, siteUrl)
    const records = readAllWritten(root, searchRecord.ending)
    await makeSearchIndex(root, client, [...records, form.searchRecord])
    // What is wrong with them has been said with all else.
    writeRedirects(next, readRedirects(root, new Problems()), siteUrl)
    const { files, styleHashes } = compressSite(client, join(site, 'client'))
    const headers = securityHeaders([...styleHashes, ...form.styleHashes], siteUrl, { preview })
    writeFileSync(join(next, 'headers.json'), JSON.stringify(headers, null, 2))
    writeFileSync(join(client, HOST_CONFIGURATION), staticHostHeaders(headers, files))
    writeFileSync(join(next, 'built-from.txt'), digest)
    copyFileSync(join(root, '.cache', NEXT_DUE), join(next, NEXT_DUE))
    putInPlace(next, site)
    console.log(`Built ${files.length} files into ${basename(site)}/client.`)
    if (preview) console.log('It shows what is not public: put it behind a password.')
    return true
  } catch (error) {
    console.error(explain(error))
    console.error(
      existsSync(site)
        ? `Nothing was built; ${basename(site)}/ is as it was.`
        : 'Nothing was built; there is no site yet.',
    )
    return false
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}

/** Two renames: the moment without a site is shorter than a request takes. */
function putInPlace(next: string, site: string): void {
  const last = `${site}.old`
  rmSync(last, { recursive: true, force: true })
  if (existsSync(site)) renameSync(site, last)
  renameSync(next, site)
  rmSync(last, { recursive: true, force: true })
}

function explain(error: unknown): string {
  if (error instanceof ContentError || error instanceof ConfigurationError) return error.message
  if (error instanceof Error && error.name === 'ContentError') return error.message
  // With its cause: which format of which file, and why.
  return inspect(error)
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { preview: { type: 'boolean' } } })
    process.exitCode = (await buildSite(values)) ? 0 : 1
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)} Known: --preview.`)
    process.exitCode = 2
  }
}

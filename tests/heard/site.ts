import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveForTests } from '../site/serve.ts'

/** A site that says the same on every day. */
export interface SteadySite {
  readonly address: string
  /** The folder of its pages. */
  readonly folder: string
  readonly stop: () => void
}

/**
 * Serves a copy of the built site on the day of the announcement, in which what a build brings with
 * it is put in order: the day when formats were made, and their sizes.
 */
export async function serveSteadySite(): Promise<SteadySite> {
  const root = join(import.meta.dirname, '..', '..')
  const copy = mkdtempSync(join(tmpdir(), 'steady-site-'))
  const remove = () => {
    rmSync(copy, { recursive: true, force: true })
  }
  process.once('exit', remove)
  const folder = join(copy, 'dist', 'client')
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue
    const path = join(folder, file)
    writeFileSync(path, steady(readFileSync(path, 'utf8')))
    for (const ending of ['.br', '.gz', '.zst']) rmSync(path + ending, { force: true })
  }
  const site = await serveForTests(folder)
  return {
    address: site.address,
    folder,
    stop: () => {
      site.stop()
      process.off('exit', remove)
      remove()
    },
  }
}

function steady(html: string): string {
  return html
    .replaceAll(
      /(Made by machine on )<time[^>]*>[^<]*/g,
      '$1<time datetime="2016-11-25">25 November 2016',
    )
    .replaceAll(/\b\d+ kB\b/g, '10 kB')
}

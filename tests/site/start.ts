import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../../scripts/browser.ts'
import { copyProject } from '../../scripts/copy.ts'
import { folder } from './pages.ts'
import { serveSite, theDay } from './serve.ts'

/**
 * Finds a browser, and serves two sites on free ports with the server that the public meets: the
 * built one, and one that is built here from the specimens.
 *
 * @returns what stops the servers again
 */
export default async function start(): Promise<() => void> {
  const browser = await findBrowser()
  const copy = buildSpecimens()
  const site = await serveSite(folder, theDay)
  const specimens = await serveSite(join(copy, 'dist', 'client'), specimenNow, specimenUrl)

  process.env.SITE_UNDER_TEST = site.address
  process.env.SPECIMENS_UNDER_TEST = specimens.address
  process.env.BROWSER_UNDER_TEST = JSON.stringify(browser)
  return () => {
    site.stop()
    specimens.stop()
    rmSync(copy, { recursive: true, force: true })
  }
}

/** @returns the folder of a copy of the project with the specimens as its content, built */
function buildSpecimens(): string {
  const root = join(import.meta.dirname, '..', '..')
  const copy = copyProject(root)
  rmSync(join(copy, 'content'), { recursive: true })
  cpSync(join(root, 'tests', 'specimens', 'content'), join(copy, 'content'), { recursive: true })
  const env = { ...process.env, SITE_URL: specimenUrl, SITE_NOW: specimenNow }
  const build = join(copy, 'scripts', 'build.ts')
  const { status, stderr } = spawnSync(process.execPath, [build], { cwd: copy, env })
  if (status !== 0) throw new Error(`The specimens cannot be built.\n${stderr.toString()}`)
  return copy
}

const specimenNow = '2030-01-01T00:00:00Z'

/** The address that the specimens are published at; nobody has it. */
export const specimenUrl = 'https://made-up.example'

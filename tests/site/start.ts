import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../../scripts/browser.ts'
import { copyProject } from '../../scripts/copy.ts'
import { folder } from './pages.ts'
import { serveForTests, theDay } from './serve.ts'

/**
 * Finds a browser, and serves two sites on free ports with the server that the public meets: the
 * built one, and one that is built here from the specimens.
 *
 * @returns what stops the servers again
 */
export default async function start(): Promise<() => void> {
  const browser = await findBrowser()
  const copy = buildSpecimens()
  const site = await serveForTests(folder, theDay)
  const specimens = await serveForTests(join(copy, 'dist', 'client'), specimenNow, specimenUrl)

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
  giveHistory(copy)
  const env = { ...process.env, SITE_URL: specimenUrl, SITE_NOW: specimenNow }
  const build = join(copy, 'scripts', 'build.ts')
  const { status, stderr } = spawnSync(process.execPath, [build], { cwd: copy, env })
  if (status !== 0) throw new Error(`The specimens cannot be built.\n${stderr.toString()}`)
  return copy
}

/** Two versions of a release in git: what it says, and what it said the day before. */
function giveHistory(copy: string): void {
  const git = (day: string, ...args: string[]) => {
    const date = `${day}T09:00:00Z`
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
    const who = ['-c', 'user.name=Made-up', '-c', 'user.email=made-up@made-up.example']
    const env = { ...process.env, ...dates, GIT_CONFIG_GLOBAL: '/dev/null' }
    const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: copy, env })
    if (status !== 0) throw new Error(`The specimens have no history.\n${stderr.toString()}`)
  }
  const release = join(copy, 'content/press-releases/specimen-release.mdx')
  const present = readFileSync(release, 'utf8')
  const before = present
    .replace('After a hard break the line goes on', 'After a \\<hard> break it went on')
    .replace('- First bullet', '- Bullet zero\n- First bullet')
  writeFileSync(release, before)
  git('2020-01-15', 'init', '--quiet', '--initial-branch=main')
  git('2020-01-15', 'add', 'content')
  git('2020-01-15', 'commit', '--quiet', '--message=Begin')
  writeFileSync(release, present)
  git('2020-01-18', 'commit', '--quiet', '--all', '--message=Correct')
}

const specimenNow = '2030-01-01T00:00:00Z'

/** The address that the specimens are published at; nobody has it. */
export const specimenUrl = 'https://made-up.example'

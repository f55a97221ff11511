/*
 * `npm run bench [-- --releases N]`: what a build costs and what a page weighs, measured in a
 * temporary copy of the project with N made-up releases beside the real one.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { buildSite } from './build.ts'
import { copyProject } from './copy.ts'
import { writeMadeUpReleases } from './made-up-releases.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    releases: { type: 'string', default: '0' },
    // Used by this script itself, in the copy: build once and say what it cost.
    measure: { type: 'boolean', default: false },
  },
})

const usage = z.object({ cpu: z.number(), memory: z.number() })
const marker = 'measured: '

if (values.measure) await measureBuild()
else bench(Number(values.releases))

async function measureBuild(): Promise<void> {
  const built = await buildSite()
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const cpu = (userCPUTime + systemCPUTime) / 1e6
  console.log(`${marker}${JSON.stringify({ cpu, memory: maxRSS / 1024 })}`)
  process.exitCode = built ? 0 : 1
}

function bench(releases: number): void {
  if (!Number.isInteger(releases) || releases < 0) {
    console.error('Write a whole number of releases: npm run bench -- --releases 1000')
    process.exitCode = 2
    return
  }
  const copy = copyProject(root)
  try {
    writeMadeUpReleases(copy, releases)
    console.log(`${releases} made-up releases, ${new Date().toISOString().slice(0, 10)}`)
    measure('cold build', copy)
    measure('nothing changed', copy)
    if (releases > 0) {
      const edited = join(copy, 'content/press-releases/2000/made-up-0.mdx')
      appendFileSync(edited, '\nOne more made-up sentence.\n')
      measure('after one edit', copy)
    }
    weigh(join(copy, 'dist', 'client'))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function measure(name: string, copy: string): void {
  const start = performance.now()
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(copy, 'scripts', 'bench.ts'), '--measure'],
    { cwd: copy, encoding: 'utf8' },
  )
  const line = stdout.split('\n').find((each) => each.startsWith(marker))
  if (status !== 0 || line === undefined) throw new Error(`The build failed.\n${stdout}${stderr}`)
  const { cpu, memory } = usage.parse(JSON.parse(line.slice(marker.length)))
  const wall = (performance.now() - start) / 1000
  console.log(
    `${name.padEnd(16)} ${cpu.toFixed(1).padStart(6)} CPU s  ${wall.toFixed(1).padStart(6)} s  ${memory.toFixed(0).padStart(5)} MB at most`,
  )
}

function weigh(site: string): void {
  const pages = {
    home: '',
    release: 'press-releases/mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe/',
    plan: 'action-plans/keeping-children-safe/',
    note: 'notes-to-editors/mopac-7-neighbourhood-crimes/',
  }
  for (const [name, path] of Object.entries(pages)) {
    const bytes = readFileSync(join(site, path, 'index.html.br')).length
    console.log(`${name.padEnd(16)} ${String(bytes).padStart(6)} bytes with brotli, in one request`)
  }
}

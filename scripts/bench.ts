/*
 * `npm run bench [-- --releases N]`: what a build costs, how long a check takes and what a page
 * weighs, measured in a temporary copy of the project with N made-up releases beside the real one,
 * and what each format of a publication costs. With --formats: only the formats. With --load: how
 * the form of the built site stands 50 posts a second.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { buildSite } from './build.ts'
import { watchChildren } from './child-usage.ts'
import { copyProject } from './copy.ts'
import { measureFirstSearch } from './first-search.ts'
import { measureFormats } from './format-cost.ts'
import { measureLoad } from './load.ts'
import { writeMadeUpReleases } from './made-up-releases.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    releases: { type: 'string', default: '0' },
    // Measures the form instead, on the site that is built.
    load: { type: 'boolean', default: false },
    // Measures the formats only.
    formats: { type: 'boolean', default: false },
    // Used by this script itself, in the copy: build once and say what it cost.
    measure: { type: 'boolean', default: false },
  },
})

const cost = z.object({ cpu: z.number(), memory: z.number() })
const usage = z.object({ own: cost, children: cost })
const marker = 'measured: '

if (values.measure) await measureBuild()
else if (values.load) console.log(await measureLoad(50, 20))
else if (values.formats) await showFormatCosts()
else await bench(Number(values.releases))

async function showFormatCosts(): Promise<void> {
  for (const [address, costs] of await measureFormats()) {
    console.log(`Formats of ${address}, in a process that has written others before:`)
    for (const { name, cpu, bytes } of costs) {
      console.log(
        `${name.padEnd(36)} ${cpu.toFixed(1).padStart(6)} CPU ms ${String(bytes).padStart(8)} bytes`,
      )
    }
    const cpu = costs.reduce((sum, each) => sum + each.cpu, 0)
    console.log(`${'all of them'.padEnd(36)} ${cpu.toFixed(1).padStart(6)} CPU ms`)
  }
}

async function measureBuild(): Promise<void> {
  const childUsage = watchChildren()
  const built = await buildSite()
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const cpu = (userCPUTime + systemCPUTime) / 1e6
  const own = { cpu, memory: maxRSS / 1024 }
  console.log(`${marker}${JSON.stringify({ own, children: childUsage() })}`)
  process.exitCode = built ? 0 : 1
}

async function bench(releases: number): Promise<void> {
  if (!Number.isInteger(releases) || releases < 0) {
    console.error('Write a whole number of releases: npm run bench -- --releases 1000')
    process.exitCode = 2
    return
  }
  const copy = copyProject(root)
  try {
    writeMadeUpReleases(copy, releases)
    await showFormatCosts()
    console.log(`${releases} made-up releases, ${new Date().toISOString().slice(0, 10)}`)
    timeCheck(copy)
    measure('cold build', copy)
    measure('nothing changed', copy)
    if (releases > 0) {
      const edited = join(copy, 'content/press-releases/2000/made-up-0.mdx')
      appendFileSync(edited, '\nOne more made-up sentence.\n')
      measure('after one edit', copy)
    }
    weigh(join(copy, 'dist', 'client'))
    await search(join(copy, 'dist', 'client'), releases)
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
  const { own, children } = usage.parse(JSON.parse(line.slice(marker.length)))
  const wall = (performance.now() - start) / 1000
  const words = ({ cpu, memory }: z.infer<typeof cost>) =>
    `${cpu.toFixed(1).padStart(6)} CPU s ${memory.toFixed(0).padStart(5)} MB at most`
  console.log(
    `${name.padEnd(16)} ${words(own)}, and what it starts ${words(children)}; ${wall.toFixed(1)} s in all`,
  )
}

/** `npm run check`, from its start to its end, with all remarks. */
function timeCheck(copy: string): void {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(copy, 'scripts', 'check.ts')],
    { cwd: copy, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The check failed.\n${stdout}${stderr}`)
  console.log(`check            ${((performance.now() - start) / 1000).toFixed(1)} s in all`)
}

async function search(site: string, releases: number): Promise<void> {
  // Words of the real release, and words that every made-up one has.
  for (const words of ['child protection', ...(releases > 0 ? ['imaginary lantern'] : [])]) {
    const { requests, bytes, wait } = await measureFirstSearch(site, words)
    console.log(
      `first search     ${String(bytes).padStart(6)} bytes in ${requests} requests and ${wait.toFixed(0)} ms, for “${words}”`,
    )
  }
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

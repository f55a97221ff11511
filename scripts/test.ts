/**
 * `npm test`: everything that can be proved on this machine. The last line printed is
 * `N passed, N failed, N skipped`, and the exit code is 1 if anything failed.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { run as runNodeTests } from 'node:test'
import { spec } from 'node:test/reporters'
import { z } from 'zod'

interface Tally {
  passed: number
  skipped: number
  /** One name for each failure. */
  failures: string[]
}

const playwrightSuite = z.object({
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), ok: z.boolean() })),
  get suites() {
    return z.array(playwrightSuite).optional()
  },
})

const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().optional() })),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

process.chdir(join(import.meta.dirname, '..'))

const total: Tally = { passed: 0, skipped: 0, failures: [] }
await step('Lint', lint)
await step('Unit tests', () => nodeTests('tests/unit/**/*.test.ts', availableParallelism()))
const build = await step('Build', () => check('build', process.execPath, ['scripts/build.ts']))
if (build.failures.length === 0) {
  // One file after the other: they load the machine on purpose.
  await step('Server tests', () => nodeTests('tests/server/**/*.test.ts', 1))
  await step('Screen reader', () => nodeTests('tests/heard/**/*.test.ts', 1))
  // The mutants have a command of their own, test:mutants, because they take long.
  await step('Tests of the audit', () => nodeTests('tests/audit/{rules,sites,command}.test.ts', 1))
  await step('Site tests', siteTests)
} else console.log('\n== All tests of the built site: not run, because there is no build')

if (total.failures.length > 0) {
  console.log(`\nFailed:\n${total.failures.map((name) => `  ${name}`).join('\n')}`)
  process.exitCode = 1
}
console.log(`\n${total.passed} passed, ${total.failures.length} failed, ${total.skipped} skipped`)

async function step(name: string, tallied: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const tally = await tallied()
  total.passed += tally.passed
  total.skipped += tally.skipped
  total.failures.push(...tally.failures.map((failure) => `${name}: ${failure}`))
  console.log(`== ${name} took ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return tally
}

function lint(): Promise<Tally> {
  // Through a shell, because npm is a script of another kind on Windows.
  return check('npm run lint', 'npm run --silent lint', [], { shell: true })
}

/** @param concurrency how many files run at once. */
async function nodeTests(files: string, concurrency: number): Promise<Tally> {
  const tally: Tally = { passed: 0, skipped: 0, failures: [] }
  const stream = runNodeTests({ globPatterns: [files], concurrency })
  stream.on('test:fail', ({ name, file, details, todo }) => {
    // A suite fails because one of its tests did, and that one is told of already.
    if (details.type !== 'suite' && todo === undefined)
      tally.failures.push(file ? `${name} (${file})` : name)
  })
  stream.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return
    tally.passed = counts.passed
    tally.skipped = counts.skipped + counts.todo
  })
  for await (const line of stream.compose(spec())) process.stdout.write(String(line))
  return tally
}

async function siteTests(): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'site-tests-'))
  const file = join(folder, 'report.json')
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  try {
    const succeeded = await succeeds(process.execPath, [cli, 'test', '--reporter=list,json'], {
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    })
    const tally = playwrightTally(await readFile(file, 'utf8'))
    if (!succeeded && tally.failures.length === 0) tally.failures.push('Playwright itself failed')
    return tally
  } catch (error) {
    return { passed: 0, skipped: 0, failures: [`no report from Playwright: ${String(error)}`] }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function playwrightTally(json: string): Tally {
  const { suites, errors, stats } = playwrightReport.parse(JSON.parse(json))
  return {
    passed: stats.expected,
    skipped: stats.skipped,
    failures: [
      ...suites.flatMap((suite) => failedSpecs(suite)),
      ...errors.map(({ message = 'an error without a message' }) => message.split('\n', 1).join()),
    ],
  }
}

function failedSpecs(suite: z.infer<typeof playwrightSuite>): string[] {
  return [
    ...suite.specs.filter(({ ok }) => !ok).map(({ title }) => title),
    ...(suite.suites ?? []).flatMap(failedSpecs),
  ].map((name) => `${suite.title} › ${name}`)
}

/** A command that counts as one check, passed or failed. */
async function check(
  name: string,
  command: string,
  parameters: string[],
  options: { shell?: boolean } = {},
): Promise<Tally> {
  const passed = await succeeds(command, parameters, options)
  return { passed: passed ? 1 : 0, skipped: 0, failures: passed ? [] : [name] }
}

function succeeds(
  command: string,
  parameters: string[],
  options: { shell?: boolean; env?: NodeJS.ProcessEnv },
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    spawn(command, parameters, { ...options, stdio: ['ignore', 'inherit', 'inherit'] })
      .on('error', reject)
      .on('exit', (code) => {
        resolve(code === 0)
      })
  })
}

/*
 * `npm run audit -- [FOLDER | FILE.html … | URL …] [--json FILE] [--changed-since REVISION]`: looks at
 * pages in a real browser as people read and use them. Ends with 1 when WCAG A or AA is failed, with 2
 * when it cannot look. `--only RULE` asks for one rule of our own; `--record` writes down what was
 * found of the whole site, for the accessibility statement.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { auditGroups } from '../src/audit/audit-groups.ts'
import { changedSince } from '../src/audit/changed-since.ts'
import { isNuHere } from '../src/audit/engines/nu.ts'
import { record } from '../src/audit/record.ts'
import { hasErrors, reportAsJson, reportInWords } from '../src/audit/report.ts'
import { NoSuchTarget, openTargets, type TargetGroup } from '../src/audit/targets.ts'
import { findBrowser, NoBrowser } from './browser.ts'

const project = join(import.meta.dirname, '..')
const built = join(project, 'dist', 'client')

/** Something that the person who typed the command must change; the message is one sentence or two. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

try {
  await main()
} catch (error) {
  const isForPeople =
    error instanceof UsageError || error instanceof NoSuchTarget || error instanceof NoBrowser
  if (!isForPeople) throw error
  console.error(error.message)
  process.exitCode = 2
}

async function main(): Promise<void> {
  const { named, json, only, 'changed-since': revision, record: isRecorded } = readArguments()
  const groups = await openTargets(named)
  try {
    const asked = await onlyChanged(groups, revision)
    const total = asked.flatMap(({ targets }) => targets).length
    const withNu = only === undefined && isNuHere()
    const audited = await auditGroups(asked, {
      launch: await findBrowser(),
      only,
      withNu,
      onPage: (done, path) => {
        showProgress(done, total, path)
      },
    })
    const { pages, unasked } = audited
    console.log(reportInWords(pages))
    if (only === undefined && !withNu)
      console.log('Skipped: the Nu Html Checker, because there is no Java here.')
    if (only === undefined && revision === undefined) {
      for (const { rule, where } of unasked) {
        console.log(
          `src/audit/reviewed.ts answers ${rule} at ${String(where)}, which nothing asks.`,
        )
      }
    }
    if (isRecorded) await record(project, audited, new Date(), withNu)
    if (json !== undefined) await writeFile(json, reportAsJson(pages))
    if (hasErrors(pages)) process.exitCode = 1
  } finally {
    for (const { close } of groups) close()
  }
}

async function onlyChanged(groups: TargetGroup[], revision?: string): Promise<TargetGroup[]> {
  if (revision === undefined) return groups
  const cache = join(project, '.cache', 'audit')
  const changed = await Promise.all(groups.map((group) => changedSince(group, revision, cache)))
  const [all, left] = [groups, changed].map((list) => list.flatMap(({ targets }) => targets).length)
  console.log(`${left ?? 0} of ${all ?? 0} pages have changed since ${revision}.`)
  return changed
}

/** On a terminal one line that changes; in a log nothing, because it would be a line a page. */
function showProgress(done: number, total: number, path: string): void {
  if (!process.stderr.isTTY) return
  const width = 20
  const bar = '█'.repeat(Math.round((done / total) * width)).padEnd(width, '░')
  const end = done === total ? '\r\u001b[K' : ''
  process.stderr.write(`\r\u001b[K${bar} ${done} of ${total} ${path.slice(-50)}${end}`)
}

function readArguments() {
  const { values, positionals } = parse()
  const isWhole = positionals.length === 0 && !values.only && !values['changed-since']
  if (values.record && !isWhole) {
    throw new UsageError('--record is for the whole site: give it alone.')
  }
  return { named: positionals.length > 0 ? positionals : [built], ...values }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        only: { type: 'string' },
        'changed-since': { type: 'string' },
        record: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    const [said] = error instanceof Error ? error.message.split('. ') : []
    throw new UsageError(
      `${said ?? 'An option is wrong'}. Known are --json FILE, --changed-since REVISION, --only RULE and --record.`,
    )
  }
}

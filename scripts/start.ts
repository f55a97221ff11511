/*
 * `npm start`: builds the site when it is missing or out of date, serves it, and builds again at the
 * minute at which something becomes due.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError, readConfiguration } from '../src/configuration.ts'
import { logToStandardOutput } from '../src/server/log.ts'
import { start } from '../src/server/main.ts'
import { inputsDigest } from './inputs.ts'
import { buildApart, nextDue, rebuildWhenDue } from './rebuild.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

function isUpToDate(now: Date): boolean {
  const builtFrom = join(dist, 'built-from.txt')
  const due = nextDue(dist)
  if (due !== undefined && due <= now) return false
  return existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === inputsDigest(root)
}

try {
  const { now: fixed } = readConfiguration(process.env)
  const now = () => fixed ?? new Date()
  if (isUpToDate(now()) || (await buildApart(root))) {
    const site = await start([])
    if (site) {
      void rebuildWhenDue({
        nextDue: () => nextDue(dist),
        build: () => buildApart(root),
        takeUp: site.reload,
        log: logToStandardOutput,
        stopping: site.stopping,
        now,
      })
    }
  } else process.exitCode = 1
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

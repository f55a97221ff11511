/* `npm run bench -- --load`: sends the form as often as a bad day would, and counts what became of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Database } from '../src/requests/database.ts'
import { RequestStore } from '../src/requests/store.ts'
import { watchChildren } from './child-usage.ts'

/** What became of a load. */
export interface LoadResult {
  sent: number
  /** How often each status was answered. */
  statuses: Record<string, number>
  /** Requests that were acknowledged and are not in the database. */
  lost: number
  /** Milliseconds within which 50 and 99 of 100 were answered, and the longest. */
  milliseconds: { p50: number; p99: number; longest: number }
  /** The largest memory of the server, in MB. */
  megabytes: number
}

/**
 * Starts the server on a free port of loopback, with a database of its own, and sends it the form at
 * an even pace, whether or not it keeps up.
 *
 * @param rate forms a second
 * @param seconds for how long
 */
export async function measureLoad(rate: number, seconds: number): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), 'load-'))
  const file = join(folder, 'requests.db')
  const main = join(import.meta.dirname, '..', 'src', 'server', 'main.ts')
  // Each form comes from a network of its own, as with many readers.
  const env = { ...process.env, PORT: '0', DATABASE_FILE: file, TRUST_HOPS: '1' }
  const childUsage = watchChildren()
  const server = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const port = await portOf(createInterface(server.stdout))
    const agent = new Agent({ keepAlive: true })
    const started = performance.now()
    const answers = []
    for (let index = 0; index < rate * seconds; index++) {
      const wait = started + (index * 1000) / rate - performance.now()
      if (wait > 0) await sleep(wait)
      answers.push(send(port, agent, index))
    }
    const results = await Promise.all(answers)
    agent.destroy()
    const database = await Database.open({ file })
    const stored = new Set((await new RequestStore(database).all()).map((each) => each.reference))
    await database.close()
    const times = results.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
    const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0)
    const acknowledged = results.flatMap(({ reference }) => reference ?? [])
    return {
      sent: results.length,
      statuses: countBy(results.map(({ status }) => String(status))),
      lost: acknowledged.filter((reference) => !stored.has(reference)).length,
      milliseconds: { p50: at(0.5), p99: at(0.99), longest: at(1) },
      megabytes: Math.round(childUsage().memory),
    }
  } finally {
    server.kill()
    await once(server, 'exit')
    rmSync(folder, { recursive: true })
  }
}

async function portOf(lines: AsyncIterable<string>): Promise<number> {
  for await (const line of lines) {
    const port = / at http:\/\/localhost:(\d+)$/.exec(line)?.[1]
    if (port !== undefined) return Number(port)
  }
  throw new Error('The server ended before it listened.')
}

interface Sent {
  status: number
  reference: string | undefined
  milliseconds: number
}

function send(port: number, agent: Agent, index: number): Promise<Sent> {
  const body = new URLSearchParams({
    page: '/action-plans/keeping-children-safe/',
    format: 'large-print',
    email: 'person@made-up.example',
    details: `Made-up request ${index}`,
  }).toString()
  const headers = {
    Host: 'localhost',
    'Content-Type': 'application/x-www-form-urlencoded',
    'X-Forwarded-For': `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
  }
  const started = performance.now()
  return new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, agent, path: '/request-a-format/', method: 'POST', headers },
      (answer) => {
        answer.resume().on('end', () => {
          resolve({
            status: answer.statusCode ?? 0,
            reference: answer.headers.location?.split('ref=')[1],
            milliseconds: performance.now() - started,
          })
        })
      },
    )
      .on('error', reject)
      .end(body)
  })
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

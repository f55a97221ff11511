import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import type { TestDatabase } from './databases.ts'

/** A process of its own that works on a test's database. */
export interface Program {
  readonly child: ChildProcess
  /** All lines that it has printed. */
  readonly lines: readonly string[]
  /** @returns when it has printed so many lines */
  readonly hasPrinted: (count: number) => Promise<void>
  /** Ends its input, which is the sign to go on. */
  readonly goOn: () => void
  /** @returns when it has ended and all that it printed is in `lines` */
  readonly ended: Promise<unknown>
}

/** @param name a file in this folder. It is killed when the test ends, if it still runs. */
export function startProgram(
  t: TestContext,
  { env }: TestDatabase,
  name: 'hold-database.ts' | 'submit-once.ts' | 'submit-endlessly.ts',
): Program {
  const child = spawn(process.execPath, [join(import.meta.dirname, name)], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  t.after(() => child.kill('SIGKILL'))
  const ended = once(child, 'close')
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  return {
    child,
    lines,
    ended,
    goOn: () => child.stdin.end(),
    hasPrinted: async (count) => {
      const tooEarly = ended.then(() => {
        if (lines.length < count) throw new Error(`${name} ended after ${lines.length} lines`)
      })
      while (lines.length < count) await Promise.race([once(reader, 'line'), tooEarly])
    },
  }
}

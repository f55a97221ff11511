import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { NEXT_DUE } from '../src/next-due.ts'
import type { EventLog } from '../src/server/log.ts'

/** In milliseconds. So late at most after a build by hand, a sleep or a change of the clock. */
const LONGEST_PAUSE = 60_000
const BEFORE_TRYING_AGAIN = 10 * 60_000

/** @returns the moment at which more becomes public than a build has; undefined when none is known. */
export function nextDue(build: string): Date | undefined {
  const moment = new Date(readIfThere(join(build, NEXT_DUE)).trim())
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

/** A build that is being put in its place has no files for a moment. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

/**
 * Builds in a process of its own, so that what builds is not in the memory of what serves.
 * @returns whether the new site is in its place; what went wrong has been said.
 */
export async function buildApart(root: string): Promise<boolean> {
  const program = join(root, 'scripts', 'build.ts')
  const child = spawn(process.execPath, [program], { cwd: root, stdio: 'inherit' })
  const end = (): void => {
    child.kill()
  }
  process.on('SIGTERM', end).on('SIGINT', end)
  try {
    return await new Promise<boolean>((resolve, reject) => {
      child.once('error', reject).once('exit', (code) => {
        resolve(code === 0)
      })
    })
  } finally {
    process.off('SIGTERM', end).off('SIGINT', end)
  }
}

export interface RebuildOptions {
  /** Asked anew after each pause: somebody may have built by hand. */
  readonly nextDue: () => Date | undefined
  /** @returns whether a new site is in its place */
  readonly build: () => Promise<boolean>
  /** Has the server take up what was built. */
  readonly takeUp: () => Promise<void>
  readonly log: EventLog
  readonly stopping: AbortSignal
  readonly now: () => Date
  /** Waits for so many milliseconds, without keeping the process alive. */
  readonly pause?: (milliseconds: number) => Promise<unknown>
}

const unheard = (milliseconds: number) => setTimeout(milliseconds, undefined, { ref: false })

/**
 * Builds again whenever something becomes due, until the server stops. When that fails, the last good
 * site stays, and it is tried again. It keeps no process alive.
 */
export async function rebuildWhenDue(options: RebuildOptions): Promise<void> {
  const { build, takeUp, log, stopping, now, pause = unheard } = options
  const wait = () => (options.nextDue()?.getTime() ?? Infinity) - now().getTime()
  const tell = (event: string, error?: string) => {
    log({ time: new Date().toISOString(), event, ...(error !== undefined && { error }) })
  }

  const isStopping = () => stopping.aborted
  while (!isStopping()) {
    const left = wait()
    if (left > 0) {
      await pause(Math.min(left, LONGEST_PAUSE))
      continue
    }
    const error = await attempt()
    if (isStopping()) return
    tell(error === undefined ? 'rebuilt' : 'not-rebuilt', error)
    if (error !== undefined) await pause(BEFORE_TRYING_AGAIN)
  }

  /** @returns why the new site cannot be served */
  async function attempt(): Promise<string | undefined> {
    try {
      if (!(await build())) return 'The build failed: the last good site stays.'
      await takeUp()
      return wait() > 0 ? undefined : 'What was due is due after the build too.'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
}

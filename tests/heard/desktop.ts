import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { writeFontSettings } from './fonts.ts'
import { watchBusy } from './processes.ts'

const programs = ['Xvfb', 'dbus-run-session', 'openbox', 'orca', 'xdotool']

/** Why no screen reader can be started on this machine; undefined where it can. */
export function whyNotHeard(): string | undefined {
  if (process.platform !== 'linux') return 'Orca runs on Linux only'
  const missing = programs.filter((program) => {
    return spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0
  })
  return missing.length > 0 ? `${missing.join(', ')} not installed` : undefined
}

/** A screen that nobody sees, with a window manager, a message bus and a home of its own. */
export interface Desktop {
  /** An empty folder of this desktop at first; it goes with it. */
  readonly home: string
  /** Starts a program on this desktop. It ends with it at the latest. */
  readonly start: (program: string, parameters: string[]) => ChildProcess
  /** Ends a program, with what it started itself. */
  readonly end: (child: ChildProcess) => void
  /** Presses keys, or types, as `xdotool` is told in its own words. */
  readonly tell: (...parameters: string[]) => void
  /** Whether any of its programs is at work, or would be if it had a processor. */
  readonly isBusy: () => boolean
  readonly stop: () => void
}

/**
 * The width decides where lines end. The height is more than that of any page, so that nothing is
 * scrolled: Orca asks where each thing stands to know what is on one line, and a page that moves
 * between two answers would be read in other lines.
 */
export const screen = { width: 800, height: 16_000 }

/** Starts a desktop that knows nothing of the user's, and that the user's knows nothing of. */
export async function startDesktop(): Promise<Desktop> {
  const home = mkdtempSync(join(tmpdir(), 'heard-'))
  const started: ChildProcess[] = []
  const leaders = () => started.flatMap(({ pid }) => pid ?? [])
  const stop = () => {
    for (const leader of leaders().toReversed()) endSession(leader)
    started.length = 0
    process.off('exit', stop).off('SIGINT', leave).off('SIGTERM', leave)
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  process.once('exit', stop)
  const leave = () => process.exit(1)
  process.once('SIGINT', leave).once('SIGTERM', leave)

  // All of the environment is said here, so that the words do not depend on the user's.
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    LANG: 'C.UTF-8',
    TZ: 'Europe/London',
    GSETTINGS_BACKEND: 'memory',
    FONTCONFIG_FILE: writeFontSettings(home),
  }
  const start = (program: string, parameters: string[], pipes: 'ignore' | 'pipe' = 'ignore') => {
    // Each leads a session, by which it is found again with all that it starts.
    const stdio: ('ignore' | 'pipe')[] = [pipes, pipes, 'ignore', pipes]
    const child = spawn(program, parameters, { env, stdio, detached: true })
    started.push(child)
    return child
  }
  try {
    const size = `${screen.width}x${screen.height}x24`
    const display = start(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'],
      'pipe',
    )
    env.DISPLAY = `:${await firstLine(display.stdio[3])}`
    // The bus ends when `cat` does, which is when nobody holds its input any more.
    const sayAddress = 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat'
    const bus = start('dbus-run-session', ['--', 'sh', '-c', sayAddress], 'pipe')
    env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus.stdout)
    start('openbox', ['--sm-disable'])
  } catch (error) {
    stop()
    throw error
  }
  return {
    home,
    start: (program, parameters) => start(program, parameters),
    tell: (...parameters) => {
      const { status } = spawnSync('xdotool', parameters, { env, stdio: 'ignore' })
      if (status !== 0) throw new Error(`xdotool cannot do ${parameters.join(' ')}`)
    },
    end: ({ pid }) => {
      if (pid !== undefined) endSession(pid)
    },
    isBusy: watchBusy(leaders),
    stop,
  }
}

/** Ends a program that was started here, with the others of its process group. */
function endSession(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

async function firstLine(stream: unknown): Promise<string> {
  if (!(stream instanceof Readable)) throw new Error('There is nothing to read a line from')
  const data: unknown = await once(stream, 'data', { signal: AbortSignal.timeout(20_000) })
  return String(data).trim()
}

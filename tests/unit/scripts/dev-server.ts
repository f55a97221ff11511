import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')

export interface DevServer {
  /** Its origin. */
  site: string
  stop: () => Promise<void>
}

/**
 * Runs what `npm run dev` runs, on a free port.
 * @param copy the folder of a copy of the project
 */
export async function startDevServer(copy: string): Promise<DevServer> {
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs')
  const server = spawn(process.execPath, [astro, 'dev', '--port', '0'], {
    cwd: copy,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const site = await new Promise<string>((resolve, reject) => {
    let said = ''
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (words: Buffer) => {
        said += words.toString()
        const [found] = /http:\/\/localhost:\d+/.exec(said) ?? []
        if (found !== undefined) resolve(found)
      })
    }
    server.on('exit', () => {
      reject(new Error(`astro dev ended: ${said}`))
    })
  })
  return {
    site,
    stop: async () => {
      const exited = once(server, 'exit')
      server.kill()
      await exited
    },
  }
}

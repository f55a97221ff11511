import { readFile } from 'node:fs/promises'
import { validateHeaderName, validateHeaderValue, type Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Configuration } from '../configuration.ts'
import { followConnections } from './connections.ts'
import { isFile } from './files.ts'
import { DatabaseError } from '../requests/database.ts'
import { openFormatRequests } from './format-requests.ts'
import type { Headers, SiteHeaders } from './headers.ts'
import { logToStandardOutput } from './log.ts'
import { readMoved, REDIRECTS } from './redirects.ts'
import { createSiteServer, type ServedBuild } from './site-server.ts'

/** Why the server cannot start, in one sentence for the person who started it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Milliseconds that downloads under way are given when the server is told to stop. */
const PATIENCE = 10_000

/** A site that is being served. */
export interface RunningSite {
  /**
   * Takes up a build that has come in place of the one that is served: its headers, its redirects
   * and its form. No connection is dropped. When it cannot be used, all stays as it is.
   * @throws {StartError} when the build cannot be used
   */
  readonly reload: () => Promise<void>
  /** Aborted when the server has been told to stop. */
  readonly stopping: AbortSignal
}

/**
 * Serves a built site until SIGTERM or SIGINT; then answers under way are finished and the
 * process comes to its end by itself, with exit code 0.
 *
 * @param configuration what `readConfiguration` returned
 * @param build the folder of the build, from the project's folder on
 * @returns when the server listens and has said where, on standard output
 * @throws {StartError} when the site is not built, or the port cannot be had
 */
export async function serve(configuration: Configuration, build = 'dist'): Promise<RunningSite> {
  const { host, port, allowedHosts } = configuration
  const dist = resolve(ROOT, build)
  const folder = join(dist, 'client')
  if (!(await isFile(join(folder, 'index.html')))) {
    throw new StartError(`There is no built site in ${build}/client: run "npm run build" first.`)
  }
  const facts = await readFacts(dist, build)

  // A log that is read no more, as after "npm run serve | head", must not take the site with it.
  process.stdout.on('error', () => undefined)
  const log = logToStandardOutput
  const refuse = formError(build)
  const requests = await openFormatRequests(configuration, dist, ROOT, log).catch(refuse)
  const { form, checkForm } = requests
  const options = { ...facts, folder, allowedHosts, log, form, checkForm }
  const server = createSiteServer(options)
  const connections = followConnections(server)
  try {
    await listen(server, host, port)
  } catch (error) {
    await requests.stop()
    throw error
  }
  // Having no file descriptor left, for one, must cost a connection and not the site.
  server.on('error', (error) => process.stderr.write(`${error.message}\n`))

  const stopping = new AbortController()
  const stop = (): void => {
    // A second signal then does what it does by default: it ends the process at once.
    process.off('SIGTERM', stop).off('SIGINT', stop)
    stopping.abort()
    void connections.stop(PATIENCE).then(requests.stop)
    process.stdout.write('Stopping when the answers under way are finished\n')
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  for (const remark of requests.remarks) process.stdout.write(`${remark}\n`)
  // Last, because whoever waits for this line may send a signal as soon as it comes.
  process.stdout.write(`Serving ${build}/client at ${addressOf(server, host)}\n`)

  return {
    stopping: stopping.signal,
    reload: async () => {
      const facts = await readFacts(dist, build)
      const form = await requests.reload().catch(refuse)
      Object.assign(options, facts, { form })
    },
  }
}

/** What a build says of its files. */
async function readFacts(dist: string, build: string): Promise<Omit<ServedBuild, 'form'>> {
  const moved = await readMoved(join(dist, REDIRECTS)).catch((error: unknown) => {
    throw fileError('redirects', `${build}/${REDIRECTS}`, error)
  })
  return { headers: await readHeaders(join(dist, 'headers.json'), build), moved }
}

/**
 * @param file the full path of the `headers.json` that the build wrote
 * @param build what the folder of the build is called
 * @throws {StartError} when it is missing, or is not what `securityHeaders` returns
 */
export async function readHeaders(file: string, build = 'dist'): Promise<SiteHeaders> {
  const shown = `${build}/headers.json`
  try {
    const headers: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (isSiteHeaders(headers)) return headers
  } catch (error) {
    throw fileError('security headers', shown, error)
  }
  throw fileError('security headers', shown, 'it does not hold what the build writes')
}

function isSiteHeaders(value: unknown): value is SiteHeaders {
  if (!isObject(value) || !isHeaders(value.everywhere) || !isObject(value.scripted)) return false
  const { addresses, headers } = value.scripted
  const areAddresses = Array.isArray(addresses) && addresses.every(isText)
  return areAddresses && isHeaders(headers)
}

function isHeaders(value: unknown): value is Headers {
  if (!isObject(value)) return false
  return Object.entries(value).every(([name, text]) => {
    validateHeaderName(name)
    if (!isText(text)) return false
    validateHeaderValue(name, text)
    return true
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function formError(build: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof DatabaseError) {
      throw new StartError(
        `The database of requests cannot be opened (${error.message}): look at DATABASE_FILE and its folder, or run "npm run requests -- doctor".`,
      )
    }
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(
      `The form in ${build}/ cannot be used (${reason}): run "npm run build" again.`,
    )
  }
}

function fileError(what: string, file: string, cause: unknown): StartError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StartError(
    `The ${what} in ${file} cannot be used (${reason}): run "npm run build" again.`,
  )
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  // The name may stand for ::1 alone; readers who type 127.0.0.1 would be turned away, while those
  // who type localhost reach this one as well, because browsers try both.
  const address = host === 'localhost' ? '127.0.0.1' : host
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(listenError(error, host, port))
    })
    server.listen(port, address, resolve)
  })
}

function listenError(error: Error, host: string, port: number): StartError {
  const code = 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} is in use by another program: stop that program, or set PORT=0 to take any free port.`,
      )
    case 'EACCES':
      return new StartError(
        `Port ${port} needs rights that this user does not have: choose one above 1023, such as PORT=4321.`,
      )
    default:
      return new StartError(
        `The server cannot listen on HOST ${host} (${error.message}): choose a name or an address of this machine, such as HOST=localhost.`,
      )
  }
}

function addressOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  // The two addresses that mean "every interface" cannot be visited; this machine's name can.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port ?? ''}`
}

import { readFile } from 'node:fs/promises'
import { validateHeaderName, validateHeaderValue, type Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Configuration } from '../configuration.ts'
import { followConnections } from './connections.ts'
import { isFile } from './files.ts'
import { DatabaseError } from '../requests/database.ts'
import { openFormatRequests } from './format-requests.ts'
import type { Headers, SiteHeaders } from './headers.ts'
import { logToStandardOutput } from './log.ts'
import { createSiteServer } from './site-server.ts'

/** Why the server cannot start, in one sentence for the person who started it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Milliseconds that downloads under way are given when the server is told to stop. */
const PATIENCE = 10_000

/**
 * Serves the built site until SIGTERM or SIGINT; then answers under way are finished and the
 * process comes to its end by itself, with exit code 0.
 *
 * @param configuration what `readConfiguration` returned
 * @returns when the server listens and has said where, on standard output
 * @throws {StartError} when the site is not built, or the port cannot be had
 */
export async function serve(configuration: Configuration): Promise<void> {
  const { host, port, allowedHosts } = configuration
  const dist = join(ROOT, 'dist')
  const folder = join(dist, 'client')
  if (!(await isFile(join(folder, 'index.html')))) {
    throw new StartError('There is no built site in dist/client: run "npm run build" first.')
  }
  const headers = await readHeaders(join(dist, 'headers.json'))

  // A log that is read no more, as after "npm run serve | head", must not take the site with it.
  process.stdout.on('error', () => undefined)
  const log = logToStandardOutput
  const requests = await openFormatRequests(configuration, dist, ROOT, log).catch(formError)
  const { form, checkForm } = requests
  const server = createSiteServer({ folder, headers, allowedHosts, log, form, checkForm })
  const connections = followConnections(server)
  try {
    await listen(server, host, port)
  } catch (error) {
    await requests.stop()
    throw error
  }
  // Having no file descriptor left, for one, must cost a connection and not the site.
  server.on('error', (error) => process.stderr.write(`${error.message}\n`))

  const stop = (): void => {
    // A second signal then does what it does by default: it ends the process at once.
    process.off('SIGTERM', stop).off('SIGINT', stop)
    void connections.stop(PATIENCE).then(requests.stop)
    process.stdout.write('Stopping when the answers under way are finished\n')
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  for (const remark of requests.remarks) process.stdout.write(`${remark}\n`)
  // Last, because whoever waits for this line may send a signal as soon as it comes.
  process.stdout.write(`Serving dist/client at ${addressOf(server, host)}\n`)
}

/**
 * @param file the full path of the `headers.json` that the build wrote
 * @throws {StartError} when it is missing, or is not what `securityHeaders` returns
 */
export async function readHeaders(file: string): Promise<SiteHeaders> {
  try {
    const headers: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (isSiteHeaders(headers)) return headers
  } catch (error) {
    throw headersError(error)
  }
  throw headersError('it does not hold what the build writes')
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

function formError(error: unknown): never {
  if (error instanceof DatabaseError) {
    throw new StartError(
      `The database of requests cannot be opened (${error.message}): look at DATABASE_FILE and its folder, or run "npm run requests -- doctor".`,
    )
  }
  const reason = error instanceof Error ? error.message : String(error)
  throw new StartError(`The form in dist/ cannot be used (${reason}): run "npm run build" again.`)
}

function headersError(cause: unknown): StartError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StartError(
    `The security headers in dist/headers.json cannot be used (${reason}): run "npm run build" again.`,
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

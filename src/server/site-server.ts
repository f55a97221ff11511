import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { answerPlainly, answerProbe, redirect, setHeaders } from './answers.ts'
import { followConnections } from './connections.ts'
import { createDigester } from './digests.ts'
import { addressOf, findFile } from './files.ts'
import type { Headers, SiteHeaders } from './headers.ts'
import { refusalForHost } from './host.ts'
import type { Log } from './log.ts'
import { answerRaw, statusForClientError } from './raw-answer.ts'
import { Refusal } from './refusal.ts'
import { sendFile, sendNotFoundPage } from './send-file.ts'
import { readTarget } from './target.ts'

export interface SiteServerOptions {
  /** The folder to serve, as a full path. */
  readonly folder: string
  /** Every answer has those of its address: see `securityHeaders`. */
  readonly headers: SiteHeaders
  /** The names that requests may be addressed to, in lower case and without a port. */
  readonly allowedHosts: readonly string[]
  readonly log: Log
}

const METHODS = ['GET', 'HEAD']
const ALLOW = { Allow: METHODS.join(', ') }

/** All in milliseconds, but maxHeaderSize, which is in bytes. */
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  // The two above are looked at this often; Node's default, every 30 s, would make them longer.
  connectionsCheckingInterval: 1_000,
  // Longer than the 60 s that balancers commonly reuse a connection for: the side that sends the
  // request must be the one to close it, or readers see a 502 now and then.
  keepAliveTimeout: 65_000,
}

/** A reader who has taken nothing for this long has gone; a download can be taken up again. */
const STALLED_AFTER = 120_000

/**
 * A server for a folder of static files. It reads no request body, and no request can stop it.
 *
 * @returns a server that does not listen yet
 */
export function createSiteServer({
  folder,
  headers: { everywhere, scripted },
  allowedHosts,
  log,
}: SiteServerOptions): Server {
  // Node would refuse a request without Host by itself, and without the security headers.
  const server = createServer({ ...LIMITS, requireHostHeader: false })
  server.setTimeout(STALLED_AFTER)
  const connections = followConnections(server)
  const digest = createDigester()

  server.on('request', (request, response) => {
    const started = performance.now()
    const faults: unknown[] = []
    response.on('error', (error) => faults.push(error))
    response.once('close', () => {
      log({
        time: new Date().toISOString(),
        method: request.method ?? '-',
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        path: readTarget(request.url ?? '')?.path ?? '-',
        ...(faults.length > 0 && { error: faults.map(describeFault).join('\n') }),
      })
    })
    setHeaders(response, everywhere)
    answer(request, response).catch((error: unknown) => {
      const refusal = error instanceof Refusal ? error : undefined
      if (!refusal) faults.push(error)
      // Half an answer that ends early is seen to be cut off; half with an error page in it is not.
      if (response.headersSent) response.destroy()
      else answerPlainly(response, refusal?.status ?? 500, { ...everywhere, ...refusal?.headers })
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!METHODS.includes(request.method ?? '')) {
      // Closing is what keeps the body of a POST from being read.
      throw new Refusal(405, { ...ALLOW, Connection: 'close' })
    }
    const target = readTarget(request.url ?? '')
    if (!target) throw new Refusal(400)

    // Before the Host is checked: balancers and containers ask by IP address, and the answer tells
    // nothing that the open port does not.
    if (target.path === '/healthz') {
      answerProbe(response, 200, 'ok')
      return
    }
    if (target.path === '/readyz') {
      answerProbe(response, server.listening ? 200 : 503, server.listening ? 'ready' : 'stopping')
      return
    }

    checkHost(request, target.authority)
    const found = await findFile(folder, target.path)
    if (!found) await sendNotFoundPage(request, response, folder)
    else if ('redirect' in found) redirect(response, found.redirect + target.query)
    else {
      if (scripted.addresses.includes(addressOf(found.file))) setHeaders(response, scripted.headers)
      await sendFile(request, response, folder, found.file, digest)
    }
  }

  function checkHost(request: IncomingMessage, authority: string | undefined): void {
    const hosts = request.headersDistinct.host ?? []
    const status = hosts.length > 1 ? 400 : refusalForHost(authority ?? hosts[0], allowedHosts)
    if (status !== undefined) throw new Refusal(status)
  }

  // Not answering "100 Continue" leaves the body where it is.
  server.on('checkContinue', (request, response) => server.emit('request', request, response))
  // An expectation that nobody knows may be ignored (RFC 9110, section 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))

  server.on('connect', ({ method = '-' }, socket) => {
    refuseRaw(socket, 405, method, ALLOW)
  })
  server.on('clientError', (error, socket) => {
    // Words in the middle of a running answer would be taken for a part of its file.
    if (connections.isAnswering(socket)) socket.destroy()
    else refuseRaw(socket, statusForClientError(error))
  })

  function refuseRaw(socket: Duplex, status: number, method = '-', extra: Headers = {}): void {
    log({ time: new Date().toISOString(), method, status, ms: 0, path: '-' })
    answerRaw(socket, status, { ...everywhere, ...extra })
  }

  return server
}

function describeFault(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}

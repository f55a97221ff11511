import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { answerPlainly, answerProbe, redirect, setHeaders } from './answers.ts'
import { followConnections } from './connections.ts'
import { createDigester } from './digests.ts'
import { addressOf, findFile } from './files.ts'
import { newAddress } from '../document/moved-addresses.ts'
import { CONFIRMATION, FORM } from '../requests/form-view.ts'
import type { FormAnswers } from './form-answers.ts'
import type { Headers, SiteHeaders } from './headers.ts'
import { refusalForHost } from './host.ts'
import type { Log } from './log.ts'
import { answerRaw, statusForClientError } from './raw-answer.ts'
import { Refusal } from './refusal.ts'
import { sendFile, sendNotFoundPage } from './send-file.ts'
import { readTarget } from './target.ts'

/** What a build says of its site, besides its files. */
export interface ServedBuild {
  /** Every answer has those of its address: see `securityHeaders`. */
  headers: SiteHeaders
  /** The new address of whatever has moved: see `movedAddresses`. */
  moved?: ReadonlyMap<string, string>
  /** What answers at the form's addresses; without it, they are files like all others. */
  form?: FormAnswers
}

export interface SiteServerOptions extends ServedBuild {
  /** The folder to serve, as a full path. */
  readonly folder: string
  /** The names that requests may be addressed to, in lower case and without a port. */
  readonly allowedHosts: readonly string[]
  readonly log: Log
  /** What keeps the form from working, in a few words for `/readyz`; undefined when nothing does. */
  readonly checkForm?: () => Promise<Fault | undefined>
}

/** Something that keepers of the server should know of. */
export interface Fault {
  readonly words: string
  /** Whether requests must go to another server meanwhile. */
  readonly isFatal: boolean
}

const METHODS = ['GET', 'HEAD']
const FORM_METHODS = [...METHODS, 'POST']
const allow = (methods: readonly string[]) => ({ Allow: methods.join(', ') })

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
 * A server for a folder of static files, and for the form. It reads the body of no request but those
 * that are sent with the form, and no request can stop it.
 *
 * @param options what belongs to a build is read from it anew for each request, so that whoever
 *   keeps the options can put what a new build says into them
 * @returns a server that does not listen yet
 */
export function createSiteServer(options: SiteServerOptions): Server {
  const { folder, allowedHosts, log, checkForm } = options
  // Node would refuse a request without Host by itself, and without the security headers.
  const server = createServer({ ...LIMITS, requireHostHeader: false })
  server.setTimeout(STALLED_AFTER)
  const connections = followConnections(server)
  const digest = createDigester()
  const refused = new WeakSet<Duplex>()

  server.on('request', (request, response) => {
    const started = performance.now()
    const faults: unknown[] = []
    const told: Told = { route: '-' }
    const { everywhere } = options.headers
    response.on('error', (error) => faults.push(error))
    response.once('close', () => {
      // Its connection was refused, and logged, before there was an answer.
      if (refused.has(request.socket)) return
      log({
        time: new Date().toISOString(),
        method: request.method ?? '-',
        // 0: the reader had gone before there was an answer.
        status: response.headersSent ? response.statusCode : 0,
        ms: Math.round(performance.now() - started),
        ...told,
        ...(faults.length > 0 && { error: faults.map(describeFault).join('\n') }),
      })
    })
    setHeaders(response, everywhere)
    answer(request, response, told, options).catch((error: unknown) => {
      const refusal = error instanceof Refusal ? error : undefined
      // Of a reader who broke off there is nobody to tell.
      if (response.destroyed) return
      if (!refusal) faults.push(error)
      // Half an answer that ends early is seen to be cut off; half with an error page in it is not.
      if (response.headersSent) response.destroy()
      else answerPlainly(response, refusal?.status ?? 500, { ...everywhere, ...refusal?.headers })
    })
  })

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    told: Told,
    { headers: { scripted }, moved = new Map<string, string>(), form }: ServedBuild,
  ): Promise<void> {
    const { method = '' } = request
    const target = readTarget(request.url ?? '')
    const methods = form && target?.path === FORM ? FORM_METHODS : METHODS
    if (!methods.includes(method)) {
      // Closing is what keeps the body of a POST from being read.
      throw new Refusal(405, { ...allow(methods), Connection: 'close' })
    }
    if (!target) throw new Refusal(400)

    // Before the Host is checked: balancers and containers ask by IP address, and the answer tells
    // nothing that the open port does not.
    if (target.path === '/healthz' || target.path === '/readyz') {
      told.route = target.path
      if (target.path === '/healthz') answerProbe(response, 200, 'ok')
      else await answerReadiness(response)
      return
    }

    checkHost(request, target.authority)
    if (form && (target.path === FORM || target.path === CONFIRMATION)) {
      told.route = target.path
      if (method === 'POST') Object.assign(told, await form.take(request, response))
      else await form.show(request, response, target.path, target.query)
      return
    }
    // First, because other hosts have a page at an old address, which leads on.
    const to = newAddress(moved, target.path)
    const found = to === undefined ? await findFile(folder, target.path) : { redirect: to }
    if (!found) await sendNotFoundPage(request, response, folder)
    else if ('redirect' in found) redirect(response, found.redirect + target.query)
    else {
      told.route = addressOf(found.file)
      if (scripted.addresses.includes(told.route)) setHeaders(response, scripted.headers)
      await sendFile(request, response, folder, found.file, digest)
    }
  }

  async function answerReadiness(response: ServerResponse): Promise<void> {
    const fault = server.listening ? await checkForm?.() : { words: 'stopping', isFatal: true }
    answerProbe(response, fault?.isFatal ? 503 : 200, fault?.words ?? 'ready')
  }

  function checkHost(request: IncomingMessage, authority: string | undefined): void {
    const hosts = request.headersDistinct.host ?? []
    const status = hosts.length > 1 ? 400 : refusalForHost(authority ?? hosts[0], allowedHosts)
    if (status !== undefined) throw new Refusal(status)
  }

  server.on('checkContinue', (request, response) => {
    // Where no body is taken, not saying "100 Continue" leaves it where it is.
    const isForm =
      options.form && request.method === 'POST' && readTarget(request.url ?? '')?.path === FORM
    if (isForm) response.writeContinue()
    server.emit('request', request, response)
  })
  // An expectation that nobody knows may be ignored (RFC 9110, section 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))

  server.on('connect', ({ method = '-' }, socket) => {
    refuseRaw(socket, 405, method, allow(METHODS))
  })
  server.on('clientError', (error, socket) => {
    // Words in the middle of a running answer would be taken for a part of its file.
    if (connections.hasBegun(socket)) socket.destroy()
    else refuseRaw(socket, statusForClientError(error))
  })

  function refuseRaw(socket: Duplex, status: number, method = '-', extra: Headers = {}): void {
    refused.add(socket)
    log({ time: new Date().toISOString(), method, status, ms: 0, route: '-' })
    answerRaw(socket, status, { ...options.headers.everywhere, ...extra })
  }

  return server
}

/** What the log is told of a request while it is answered. */
interface Told {
  route: string
  reference?: string
}

function describeFault(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}

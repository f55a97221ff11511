import { promisify } from 'node:util'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { clientAddress } from '../requests/client-address.ts'
import { CONFIRMATION, FORM, type RenderPage } from '../requests/form-view.ts'
import type { RequestForm } from '../requests/form.ts'
import { setHeaders } from './answers.ts'
import { chooseCoding, CODINGS } from './negotiate.ts'
import { readBody } from './read-body.ts'

export interface FormAnswersOptions {
  readonly form: RequestForm
  readonly render: RenderPage
  readonly siteUrl: string
  readonly trustHops: number
}

/** The most bytes of a form that are read. Everything that fits the fields fits into it. */
const LONGEST_BODY = 32 * 1024

/** What the server's log may know of an answer. */
export interface Told {
  readonly reference?: string
}

/** Answers what is asked of the form, over HTTP. */
export class FormAnswers {
  readonly #options: FormAnswersOptions

  constructor(options: FormAnswersOptions) {
    this.#options = options
  }

  /** Answers GET and HEAD of the form and of its confirmation. */
  async show(
    request: IncomingMessage,
    response: ServerResponse,
    path: typeof FORM | typeof CONFIRMATION,
    query: string,
  ): Promise<void> {
    const { form } = this.#options
    const parameters = new URLSearchParams(query)
    if (path === FORM) {
      // With no-store, Back would make a new form, and the same words would be a new request.
      const headers = { 'Cache-Control': 'private, no-cache' }
      await this.#send(request, response, 200, FORM, { form: form.blank(parameters) }, headers)
      return
    }
    const confirmation = await form.confirmation(parameters)
    const status = confirmation.isAway ? 503 : confirmation.receipt ? 200 : 404
    await this.#send(request, response, status, CONFIRMATION, { confirmation }, NEVER_KEPT)
  }

  /** Takes a form, and sends the reader to its confirmation, or shows it again with all of it. */
  async take(request: IncomingMessage, response: ServerResponse): Promise<Told> {
    const { form, trustHops } = this.#options
    const { bytes: body, isCut } = await readBody(request, LONGEST_BODY)
    const { headers, socket } = request
    const outcome = await form.submit({
      body,
      isCut,
      contentType: headers['content-type'],
      secFetchSite: only(headers['sec-fetch-site']),
      origin: headers.origin,
      host: headers.host,
      clientAddress: clientAddress(
        socket.remoteAddress,
        only(headers['x-forwarded-for']),
        trustHops,
      ),
    })
    // What is left of a body that was too long is not read: the connection ends with the answer.
    if (!request.readableEnded) response.setHeader('Connection', 'close')
    if ('reference' in outcome) {
      response.statusCode = 303
      const location = `${CONFIRMATION}?ref=${outcome.reference}`
      setHeaders(response, { ...NEVER_KEPT, Location: location, 'Content-Length': '0' })
      response.end()
      return outcome
    }
    const { status, view, retryAfter } = outcome
    await this.#send(
      request,
      response,
      status,
      FORM,
      { form: view },
      {
        ...NEVER_KEPT,
        ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
      },
    )
    return {}
  }

  async #send(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    address: string,
    locals: Parameters<RenderPage>[1],
    headers: Record<string, string>,
  ): Promise<void> {
    const html = Buffer.from(await this.#options.render(this.#options.siteUrl + address, locals))
    const coding = chooseCoding(only(request.headers['accept-encoding']), CODINGS)
    const bytes = coding === 'identity' ? html : await COMPRESS[coding](html)
    response.statusCode = status
    setHeaders(response, {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(bytes.length),
      Vary: 'Accept-Encoding',
      ...(coding !== 'identity' && { 'Content-Encoding': coding }),
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }
}

const NEVER_KEPT = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }

const brotli = promisify(brotliCompress)
const COMPRESS = {
  // 5: a page in a millisecond. What does not change is packed better, by the build.
  br: (bytes: Buffer) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify<Buffer, Buffer>(gzip),
}

function only(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join() : header
}

import type { ServerResponse } from 'node:http'
import { CACHE_BRIEFLY } from './caching.ts'
import type { Headers } from './headers.ts'
import { plainPage } from './plain-page.ts'

/** Sets each header, in place of one of the same name that is set already. */
export function setHeaders(response: ServerResponse, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

/** Answers a machine that asks after the server itself: one word, never kept. */
export function answerProbe(response: ServerResponse, status: number, word: string): void {
  response.statusCode = status
  setHeaders(response, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(word)),
    'Cache-Control': 'no-store',
  })
  response.end(word)
}

/** Sends the reader to another address of this site: a path, with its query if it has one. */
export function redirect(response: ServerResponse, address: string): void {
  // Not 308: every browser ever made follows a 301, and only GET and HEAD come this far.
  response.statusCode = 301
  setHeaders(response, { Location: address, 'Cache-Control': CACHE_BRIEFLY, 'Content-Length': '0' })
  response.end()
}

/**
 * Answers with a small page of one sentence in place of whatever was about to be sent.
 *
 * @param response an answer that has not begun
 * @param status the HTTP status, 400 or above
 * @param headers all that the answer carries beside the page's own: the security headers too
 */
export function answerPlainly(response: ServerResponse, status: number, headers: Headers): void {
  // What was set for the file that did not come would be wrong for this page.
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  const page = plainPage(status)
  response.statusCode = status
  setHeaders(response, {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(page)),
    'Cache-Control': 'no-store',
  })
  response.end(page)
}

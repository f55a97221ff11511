import { STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Headers } from './headers.ts'
import { plainPage } from './plain-page.ts'

/**
 * Answers on a bare connection, where Node could not read a request that an answer belongs to, and
 * closes it.
 *
 * @param socket the connection; nothing happens when it is gone already
 * @param status the HTTP status
 * @param headers the security headers, and what the status needs beside them
 */
export function answerRaw(socket: Duplex, status: number, headers: Headers): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  // After CONNECT nobody else listens, and an error that nobody hears ends the process.
  socket.on('error', () => socket.destroy())
  const page = plainPage(status)
  const lines = Object.entries({
    ...headers,
    Date: new Date().toUTCString(),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(page),
    'Cache-Control': 'no-store',
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${page}`)
  // With end() alone, a peer that never closes its side would keep the connection for ever.
  if (socket instanceof Socket) socket.destroySoon()
  else socket.end()
}

/**
 * @param error what the server's `clientError` event reports
 * @returns the status that says it: 408, 431, or 400 for every fault of syntax
 */
export function statusForClientError(error: Error): 400 | 408 | 431 {
  const code = 'code' in error ? error.code : undefined
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
}

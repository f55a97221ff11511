import type { IncomingMessage } from 'node:http'

/** The body of a request, or its beginning. */
export interface Body {
  readonly bytes: Uint8Array
  /** Whether there was more than was read. */
  readonly isCut: boolean
}

/** Beyond this many bytes nobody types a form: the rest is left unread. */
const MOST_DISCARDED = 1024 * 1024

/**
 * Reads the body of a request, and no more of it into memory than it may have.
 *
 * A body that is a little too long is read to its end all the same, and thrown away: browsers show
 * an answer that comes before they have sent everything as a broken connection.
 *
 * @param request a request whose body nobody has begun to read
 * @param limit bytes
 * @throws {Error} when the reader breaks off
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  const kept: Buffer[] = []
  let length = 0
  // Not `for await` over the request: leaving that loop would close the connection unanswered.
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  const take = (piece: Buffer) => {
    if (length < limit) kept.push(piece.subarray(0, limit - length))
    length += piece.length
    if (length <= MOST_DISCARDED) return
    request.pause()
    resolve(undefined)
  }
  request
    .on('data', take)
    .once('end', () => {
      resolve(undefined)
    })
    .once('error', reject)
    .once('close', () => {
      reject(new Error('The reader broke off.'))
    })
  try {
    await promise
  } finally {
    request.off('data', take)
  }
  return { bytes: Buffer.concat(kept), isCut: length > limit }
}

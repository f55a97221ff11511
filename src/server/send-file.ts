import type { Stats } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import send from 'send'
import { cacheControl } from './caching.ts'
import type { DigestFile } from './digests.ts'
import { CODING_EXTENSIONS, codingsOf, encodePath, isFile } from './files.ts'
import { mediaType } from './media-types.ts'
import { chooseCoding, type Coding } from './negotiate.ts'
import { Refusal } from './refusal.ts'

/**
 * Sends a file, coded when the reader takes it so, whole or in part, or only says that it has not
 * changed.
 *
 * @param request a GET or HEAD request
 * @param response its answer, with the security headers already set
 * @param folder the folder that is served
 * @param file a file in it, as `findFile` gives it
 * @param digest what names the versions of files
 * @returns when the answer is complete or the reader has gone
 * @throws {Refusal} with 404, 412 or 416
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  file: string,
  digest: DigestFile,
): Promise<void> {
  const codings = await codingsOf(folder, file)
  // A part is a part of the file itself: nobody can unpack the middle of a coded copy.
  const coding = request.headers.range === undefined ? choose(request, codings) : 'identity'
  const path = codedPath(file, coding)
  // What cannot be read gets no tag here, and from `send` the status that says why.
  const version = await digest(join(folder, path)).catch(() => undefined)

  await new Promise<void>((resolve, reject) => {
    response.once('close', resolve)
    send(request, encodePath(path), {
      root: folder,
      dotfiles: file.startsWith('.well-known/') ? 'allow' : 'deny',
      index: false,
      cacheControl: false,
      etag: false,
    })
      .on('headers', (_response: ServerResponse, _path: string, stats: Stats) => {
        describe(response, file, coding, codings)
        // A file that was replaced since it was read would have the tag of the one before.
        if (version?.isOf(stats)) response.setHeader('ETag', entityTag(version.digest, coding))
        response.setHeader('Cache-Control', cacheControl(file))
      })
      .on('error', (error: Error) => {
        reject(asRefusal(error, response))
      })
      .on('directory', () => {
        reject(new Refusal(404))
      })
      .pipe(response)
  })
}

/**
 * Sends the site's own page for an address that means nothing. Without `send`: a page in place of
 * another has no parts and no version, whatever the request says of them.
 *
 * @param request a GET or HEAD request
 * @param response its answer, with the security headers already set
 * @param folder the folder that is served
 * @throws {Refusal} with 404 when the site has no such page
 */
export async function sendNotFoundPage(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
): Promise<void> {
  const file = '404.html'
  if (!(await isFile(join(folder, file)))) throw new Refusal(404)
  const codings = await codingsOf(folder, file)
  const coding = choose(request, codings)
  const page = await readFile(join(folder, codedPath(file, coding)))

  response.statusCode = 404
  describe(response, file, coding, codings)
  response.setHeader('Content-Length', page.length)
  // The address may be that of tomorrow's announcement.
  response.setHeader('Cache-Control', 'no-store')
  response.end(page)
}

function choose(request: IncomingMessage, codings: readonly Coding[]): Coding | 'identity' {
  const accepted = request.headers['accept-encoding']
  return chooseCoding(Array.isArray(accepted) ? accepted.join() : accepted, codings)
}

function codedPath(file: string, coding: Coding | 'identity'): string {
  return coding === 'identity' ? file : file + CODING_EXTENSIONS[coding]
}

function describe(
  response: ServerResponse,
  file: string,
  coding: Coding | 'identity',
  codings: readonly Coding[],
): void {
  const type = mediaType(file)
  if (type !== undefined) response.setHeader('Content-Type', type)
  if (codings.length > 0) response.setHeader('Vary', 'Accept-Encoding')
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding)
}

/**
 * The same bytes have the same tag after every build and on every server, and in another coding
 * another one. So it is a strong tag, which a download can be taken up again by (RFC 9110, 8.8.3).
 */
function entityTag(digest: string, coding: Coding | 'identity'): string {
  return coding === 'identity' ? `"${digest}"` : `"${digest}.${coding}"`
}

/** `send` reports with errors that carry a status. */
function asRefusal(error: Error & { status?: number }, response: ServerResponse): Error {
  if (error.status === undefined || error.status >= 500) return error
  const length = response.getHeader('Content-Range')
  return new Refusal(
    error.status,
    error.status === 416 && length !== undefined ? { 'Content-Range': String(length) } : {},
  )
}

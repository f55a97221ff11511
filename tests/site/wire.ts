import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { site } from './pages.ts'

/** An answer as it travels: fetch would unpack its body, and add headers to the question. */
export interface Answer {
  status: number
  headers: NodeJS.Dict<string | string[]>
  /** Of the body, packed as it was sent. */
  bytes: number
}

/**
 * Asks the served site.
 *
 * @param address begins with `/`
 */
export async function ask(
  address: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  request(new URL(address, site), { method, headers }, (answer) => {
    buffer(answer).then(({ length }) => {
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: length })
    }, reject)
  })
    .on('error', reject)
    .end()
  return promise
}

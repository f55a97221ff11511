import type { APIRoute } from 'astro'
import { momentInLondon, timestamp } from '../../document/dates.ts'
import { site } from '../../site.ts'

/** RFC 9116 wants a contact; where content/site.yaml has none, there is no such file. */
export const getStaticPaths = () =>
  site.security === undefined ? [] : [{ params: { security: 'security' } }]

export const GET: APIRoute = ({ site: origin }) => {
  const { contact = [], expires = '', policy } = site.security ?? {}
  const lines = [
    ...contact.map((each) => `Contact: ${each}`),
    `Expires: ${timestamp(momentInLondon(expires))}`,
    `Preferred-Languages: ${site.lang.slice(0, 2)}`,
    `Canonical: ${origin?.origin ?? ''}/.well-known/security.txt`,
    ...(policy === undefined ? [] : [`Policy: ${policy}`]),
  ]
  return new Response(`${lines.join('\n')}\n`)
}

/** The parts of a request target (RFC 9112, section 3.2). */
export interface Target {
  /** Host and port, when the target is a whole address; it then counts instead of Host. */
  readonly authority: string | undefined
  /** As it was sent, percent-encoding and all; begins with `/`. */
  readonly path: string
  /** As it was sent, its `?` included, or empty. */
  readonly query: string
}

const TARGET = /^(?:https?:\/\/(?<authority>[^/?#]+))?(?<path>\/[^?#]*)?(?<query>\?[^#]*)?$/i

/**
 * Takes a request target apart: `/path?query`, or a whole address as a proxy sends it.
 *
 * @param text the target, as in `request.url`
 * @returns its parts, or undefined when it is neither
 */
export function readTarget(text: string): Target | undefined {
  const { authority, path, query = '' } = TARGET.exec(text)?.groups ?? {}
  if (authority === undefined && path === undefined) return undefined
  return { authority, path: path ?? '/', query }
}

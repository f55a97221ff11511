/** RFC 9110, section 7.2: a name or an address and perhaps a port; never a user's name. */
const HOST = /^(?<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i

/**
 * Judges the host a request is addressed to, so that no other name can be pointed at this server
 * and be believed (DNS rebinding, poisoned caches).
 *
 * @param host the value of Host or the authority of a whole address; undefined when there is none
 * @param allowedHosts lower-case names without a port
 * @returns the status to refuse with, 400 or 421, or undefined when the host may pass
 */
export function refusalForHost(
  host: string | undefined,
  allowedHosts: readonly string[],
): 400 | 421 | undefined {
  if (!host) return 421
  const name = HOST.exec(host)?.groups?.name
  if (name === undefined) return 400
  return allowedHosts.includes(name.toLowerCase()) ? undefined : 421
}

import { isIP } from 'node:net'

/**
 * The address that a request comes from, as far as it can be believed.
 *
 * Each proxy adds to X-Forwarded-For, at the right, the address that it was spoken to from. So of N
 * trusted proxies' entries the leftmost is the reader, and all before it may be made up. Where that
 * one is missing or is no address ("unknown"), the next at its right is taken: it was written by a
 * trusted proxy too, and tells more readers apart than the address of the proxy beside the server.
 *
 * @param socketAddress the other end of the connection; undefined when it has closed
 * @param forwardedFor the value of X-Forwarded-For, several of them with commas between
 * @param trustHops how many proxies in front of the server are trusted
 * @returns an IP address without brackets and port; empty when nothing is known
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustHops: number,
): string {
  const entries = trustHops > 0 ? (forwardedFor ?? '').split(',').slice(-trustHops) : []
  return entries.map(withoutPort).find((entry) => isIP(entry) > 0) ?? socketAddress ?? ''
}

/** @returns `::1` for `[::1]:123`, and `192.0.2.1` for `192.0.2.1:567` */
function withoutPort(entry: string): string {
  return entry.trim().replace(/^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2')
}

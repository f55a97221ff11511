import { isIPv6 } from 'node:net'

/**
 * The network that counts as one reader: an IPv4 address, or the 64 bits of an IPv6 address that
 * a household gets (RFC 6177); the other 64 it chooses by itself, anew for each request if it likes.
 *
 * @param address an IP address; anything else is a network of its own
 */
export function networkOf(address: string): string {
  const [ip = ''] = address.split('%')
  if (!isIPv6(ip)) return address
  // URL writes each address in one way, without leading zeros and with hexadecimal digits only.
  const canonical = new URL(`http://[${ip}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(canonical)
  if (mapped) return mapped.slice(1).flatMap(bytesOf).join('.')
  const [head = [], tail = []] = canonical
    .split('::')
    .map((groups) => groups.split(':').filter((group) => group !== ''))
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`
}

function bytesOf(group: string): number[] {
  const value = parseInt(group, 16)
  return [value >> 8, value & 0xff]
}

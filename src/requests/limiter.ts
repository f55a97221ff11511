import { createHmac, randomBytes } from 'node:crypto'
import { networkOf } from './network.ts'

/** Counts the requests that each reader's network has stored lately. */
export interface Limiter {
  /**
   * Counts a request before it is stored, so that many at once cannot slip through together.
   *
   * @param address an IP address, as `clientAddress` gives it
   * @returns how to take the count back when nothing was stored, which may be called more than once;
   *   or, when there have been too many, after how many seconds the next can be
   */
  readonly reserve: (address: string) => { release(): void } | { retryAfter: number }
}

interface LimiterOptions {
  /** The most requests in a window. */
  readonly most?: number
  /** Milliseconds. */
  readonly window?: number
  /** The present moment in milliseconds. */
  readonly now?: () => number
}

/** Networks that are remembered at most: 32 MB with a request each (measured), 90 more with twenty. */
const MOST_NETWORKS = 100_000
const DAY = 24 * 60 * 60 * 1000

/** No address is kept: networks are known by a hash whose key is thrown away every day. */
export function createLimiter({
  most = 20,
  window = 600_000,
  now = Date.now,
}: LimiterOptions = {}): Limiter {
  /** The requests by network; the network that was quiet for longest is the first. */
  const networks = new Map<string, { at: number }[]>()
  let key = randomBytes(32)
  let keyMadeAt = now()
  let sweptAt = now()

  const isRecent = ({ at }: { at: number }) => at > now() - window && at <= now()

  function forgetOld(): void {
    if (Math.abs(now() - keyMadeAt) >= DAY) {
      key = randomBytes(32)
      keyMadeAt = now()
      networks.clear()
    }
    const isFull = networks.size >= MOST_NETWORKS
    if (!isFull && Math.abs(now() - sweptAt) < window) return
    sweptAt = now()
    // Half of them in one go, because a Map gives its first entry up slowly, one at a time.
    let excess = isFull ? MOST_NETWORKS / 2 : 0
    for (const [network, requests] of networks) {
      if (excess > 0 || !requests.some(isRecent)) networks.delete(network)
      excess -= 1
    }
  }

  return {
    reserve: (address) => {
      forgetOld()
      const network = createHmac('sha256', key).update(networkOf(address)).digest('base64url')
      const requests = (networks.get(network) ?? []).filter(isRecent)
      const [oldest] = requests
      if (oldest && requests.length >= most) {
        return { retryAfter: Math.max(1, Math.ceil((oldest.at + window - now()) / 1000)) }
      }
      const request = { at: now() }
      networks.delete(network)
      networks.set(network, [...requests, request])
      return {
        release: () => {
          const left = (networks.get(network) ?? []).filter((other) => other !== request)
          if (left.length > 0) networks.set(network, left)
          else networks.delete(network)
        },
      }
    },
  }
}

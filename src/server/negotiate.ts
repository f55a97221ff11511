/** A coding that the build writes beside a file, best first. */
export const CODINGS = ['br', 'gzip'] as const
export type Coding = (typeof CODINGS)[number]

/** What an unlisted "identity" weighs: acceptable, and less than any weight that can be written. */
const UNLISTED_IDENTITY = 0.0001

/**
 * Chooses how to send a file that exists in several codings (RFC 9110, section 12.5.3).
 *
 * @param acceptEncoding the header's value; undefined when it was not sent
 * @param available the codings that the file exists in, beside itself
 * @returns the acceptable coding with the highest weight, the smaller one when two weigh the same;
 *   `identity`, the file itself, when no coding is acceptable: nobody loses a page to this header
 */
export function chooseCoding(
  acceptEncoding: string | undefined,
  available: readonly Coding[],
): Coding | 'identity' {
  const weights = readWeights(acceptEncoding ?? '')
  const any = weights.get('*')
  let best: Coding | 'identity' = 'identity'
  let bestWeight = weights.get('identity') ?? any ?? UNLISTED_IDENTITY
  for (const coding of CODINGS.toReversed()) {
    const weight = weights.get(coding) ?? any ?? 0
    if (available.includes(coding) && weight > 0 && weight >= bestWeight) {
      best = coding
      bestWeight = weight
    }
  }
  return best
}

const ITEM =
  /^(?<coding>[!#$%&'*+.^_`|~\w-]+)(?:\s*;\s*q=(?<weight>0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i

/** Items that the grammar does not allow are left out, as if they had not been sent. */
function readWeights(acceptEncoding: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const item of acceptEncoding.split(',')) {
    const { coding, weight = '1' } = ITEM.exec(item.trim())?.groups ?? {}
    if (coding !== undefined) weights.set(coding.toLowerCase(), Number(weight))
  }
  return weights
}

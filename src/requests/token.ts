import { createHmac, timingSafeEqual } from 'node:crypto'

/** What the time in a form says. It is a sign of spam at the most: no request is refused for it. */
export type TokenJudgement = 'good' | 'too-fast' | 'bad'

/** Milliseconds in which nobody fills in a form. */
const TOO_FAST = 2_000
/** Milliseconds after which a form that was left open is taken for one that was copied. */
const TOO_OLD = 2 * 24 * 60 * 60 * 1000

/**
 * @param secret the same on every server of the site
 * @param now when the form is sent to the reader
 * @returns that moment, signed: letters, digits, hyphens, underscores and one full stop
 */
export function issueToken(secret: string, now: Date): string {
  const time = now.getTime().toString(36)
  return `${time}.${sign(time, secret).toString('base64url')}`
}

/**
 * @param token what came with the form, which may be anything
 * @param now when the form came back
 * @returns 'bad' when it is missing, forged, from the future or older than two days
 */
export function checkToken(token: string, secret: string, now: Date): TokenJudgement {
  const { time = '', signature = '' } = TOKEN.exec(token)?.groups ?? {}
  const given = Buffer.from(signature, 'base64url')
  const right = sign(time, secret)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'bad'
  const age = now.getTime() - parseInt(time, 36)
  if (age < 0 || age > TOO_OLD) return 'bad'
  return age < TOO_FAST ? 'too-fast' : 'good'
}

const TOKEN = /^(?<time>[0-9a-z]{1,11})\.(?<signature>[\w-]{43})$/

function sign(time: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`form sent at ${time}`).digest()
}

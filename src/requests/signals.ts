import { fieldNames, type Values } from './fields.ts'
import type { RawForm } from './read-form.ts'
import type { Signal } from './submission.ts'
import type { TokenJudgement } from './token.ts'

/** As many links as this, in all fields together, are seldom in a request for a format. */
const MANY_LINKS = 3
const LINK = /https?:\/\/(?:www\.)?|\bwww\./gi

/**
 * What speaks for spam. Each of these has happened to real people: a password manager filled in the
 * trap, or the form lay open for a week. So it only marks the request.
 *
 * @param raw the form as it was sent
 * @param values the same, cleaned
 * @param token what `checkToken` says
 */
export function signalsOf(raw: RawForm, values: Values, token: TokenJudgement): Signal[] {
  const signals: Signal[] = []
  if (raw.leave_empty.trim() !== '') signals.push('trap')
  if (token === 'too-fast') signals.push('too-fast')
  if (token === 'bad') signals.push('bad-token')
  // The page that is asked for may well be given as a link.
  const words = fieldNames.filter((name) => name !== 'page').map((name) => values[name])
  const links = words.join('\n').match(LINK) ?? []
  if (links.length >= MANY_LINKS) signals.push('many-links')
  return signals
}

/*
 * The purposes of WCAG 2.2, success criterion 1.3.5 (https://www.w3.org/TR/WCAG22/#input-purposes), and the
 * words of labels that leave no doubt about them.
 */

interface Purpose {
  readonly tokens: readonly string[]
  /** The whole label, without its signs and what stands in brackets. */
  readonly label: RegExp
}

const my = String.raw`(?:(?:enter |write |type |give |what is |what’s |what's )?(?:your |my )?)`
const purposes: readonly Purpose[] = [
  of('email', String.raw`e-?mail(?: address)?`),
  of(
    'tel tel-national tel-local',
    String.raw`(?:(?:mobile|cell|home|work|daytime|contact) )?(?:tele)?phone(?: number)?|(?:tel|mobile)(?: no\.?| number)?`,
  ),
  of('given-name', String.raw`(?:first|given)[- ]names?|forename`),
  of('family-name', String.raw`last[- ]name|family name|surname`),
  of('additional-name', String.raw`middle[- ]names?`),
  of('name', String.raw`full name|your name|my name`),
  of('honorific-prefix', String.raw`title \(mr.*`),
  of('organization', String.raw`organi[sz]ation|company(?: name)?|employer`),
  of(
    'street-address address-line1',
    String.raw`(?:street|home|postal|billing|delivery|shipping) address|street|address(?: line 1)?`,
  ),
  of('address-line2', 'address line 2'),
  of('postal-code', String.raw`post ?code|zip(?: code)?|postal code`),
  of('address-level2', 'town|city|town or city|town/city|city or town|city/town'),
  of('country country-name', 'country'),
  of('bday', String.raw`(?:date of birth|birth ?day|birth ?date|dob)`),
  of('cc-number', String.raw`(?:credit |debit |payment )?card number`),
  of('cc-name', String.raw`name on (?:the |your )?card|card ?holder(?:’s|'s)?(?: name)?`),
  of('cc-csc', String.raw`(?:cvc|cvv|csc|security code|card verification code)`),
  of('cc-exp', String.raw`(?:card )?(?:expiry|expiration) date`),
  of('username', String.raw`user ?name|user id`),
  of('current-password new-password', String.raw`(?:new |current |old )?password`),
  of('one-time-code', String.raw`(?:one[- ]time|verification|security) (?:code|pass ?code)`),
]

function of(tokens: string, label: string): Purpose {
  return { tokens: tokens.split(' '), label: new RegExp(`^${my}(?:${label})$`, 'iu') }
}

/** @returns the label without what does not tell its purpose: marks, brackets, “required”, “optional” */
function bare(label: string): string {
  return label
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[*:?.]|\b(?:required|optional)\b/gi, ' ')
    .replace(/[,–—-]\s*$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** @returns the tokens that fit a label; undefined when it does not leave no doubt */
export function tokensFor(label: string): readonly string[] | undefined {
  const words = bare(label)
  return purposes.find((purpose) => purpose.label.test(words))?.tokens
}

/** Tokens that mean nearly the same: one in the place of the other is no fault. */
const kin: readonly (readonly string[])[] = [
  ['name', 'given-name', 'family-name', 'additional-name', 'nickname', 'username', 'cc-name'],
  ['street-address', 'address-line1', 'address-line2', 'address-line3'],
  ['address-level1', 'address-level2', 'address-level3', 'address-level4'],
  ['organization', 'organization-title'],
  ['country', 'country-name'],
  ['username', 'email', 'tel', 'name', 'nickname'],
  ['current-password', 'new-password', 'one-time-code'],
  ['cc-csc', 'one-time-code'],
  ['cc-exp', 'cc-exp-month', 'cc-exp-year'],
  ['bday', 'bday-day', 'bday-month', 'bday-year'],
]

/**
 * @param token that a field has
 * @param fitting the tokens that its label asks for
 * @returns whether the field may have it
 */
export function isAkin(token: string, fitting: readonly string[]): boolean {
  return fitting.some((one) => {
    if (one === token || token.startsWith(`${one}-`) || one.startsWith(`${token}-`)) return true
    return kin.some((family) => family.includes(one) && family.includes(token))
  })
}

/** @returns the last token of an autocomplete attribute: the purpose itself */
export function tokenOf(attribute: string | null): string {
  const tokens = (attribute ?? '').trim().toLowerCase().split(/\s+/)
  return tokens.filter((token) => token !== 'webauthn').at(-1) ?? ''
}

/** Tokens of purposes that this file knows. */
export const knownTokens: ReadonlySet<string> = new Set([
  ...purposes.flatMap(({ tokens }) => tokens),
  ...kin.flat(),
])

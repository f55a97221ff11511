import { fieldNames, fields, isFormat, type FieldName, type Values } from './fields.ts'

/** What has to be put right before a request can be taken, in words for the person who asks. */
export interface Problem {
  /** Where it is; `contact` is the group of e-mail, telephone and post, of which one is needed. */
  readonly field: FieldName | 'contact'
  readonly message: string
}

/**
 * @param values cleaned
 * @returns what is wrong, in the order of the form, with one problem a field; empty when nothing is
 */
export function validate(values: Values): Problem[] {
  return fieldNames.flatMap((name) => {
    const problem = tooLong(name, values[name]) ?? wrong(name, values)
    // The e-mail address is the first of the ways to reply.
    if (name === 'email' && !hasContact(values)) return [NO_CONTACT]
    return problem === undefined ? [] : [{ field: name, message: problem }]
  })
}

const NO_CONTACT: Problem = {
  field: 'contact',
  message: 'Give an e-mail address, a telephone number or a postal address, so that we can reply',
}

function hasContact({ email, telephone, postal_address }: Values): boolean {
  return [email, telephone, postal_address].some((contact) => contact !== '')
}

const number = new Intl.NumberFormat('en-GB')

function tooLong(field: FieldName, value: string): string | undefined {
  const { longest, name } = fields[field]
  // In code points: in UTF-16, some letters and most emoji would count as two.
  const { length } = Array.from(value)
  if (length <= longest || field === 'format') return undefined
  const noun = field === 'details' ? 'details' : name.toLowerCase()
  return `Shorten the ${noun} to ${number.format(longest)} characters or fewer (you have typed ${number.format(length)})`
}

function wrong(name: FieldName, values: Values): string | undefined {
  const { page, format, other_format, email, telephone } = values
  switch (name) {
    case 'page':
      return page === '' ? 'Say which page or document you need' : undefined
    case 'format':
      return isFormat(format) ? undefined : 'Choose a format'
    case 'other_format':
      return format === 'other' && other_format === ''
        ? 'Say which other format you need'
        : undefined
    case 'email':
      return email === '' || EMAIL.test(email)
        ? undefined
        : 'Write an e-mail address with an @, such as name@example.com'
    case 'telephone':
      return telephone === '' || DIGITS.test(telephone)
        ? undefined
        : 'Write a telephone number with at least 5 digits, such as 020 7946 0018'
    case 'assistive_technology':
    case 'details':
    case 'name':
    case 'postal_address':
      return undefined
  }
}

/**
 * One @, a dot after it, and none of the characters that only quoted addresses may hold (RFC 5322,
 * section 3.2.3). Letters of every script may be in it (RFC 6531), and the dot of Chinese and
 * Japanese. Without a dot no address of the public internet is reached: it is a slip of the finger.
 */
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\].。]+(?:[.。][^\s@"(),:;<>[\\\].。]+)+$/u

/** Words may be between them: "text relay 18001 020 7946 0018, after 5pm". */
const DIGITS = /(?:\p{Nd}\P{Nd}*){5}/u

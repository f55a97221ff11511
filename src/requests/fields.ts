/** What can be asked for: the value that the form sends, and its words. The order is the form's. */
export const formats = {
  // First, because lynx chooses the first one by itself: it must be one that costs nobody anything.
  html: 'A web page (HTML)',
  word: 'Word',
  'large-print': 'Large print',
  pdf: 'Accessible PDF',
  epub: 'EPUB, for e-readers',
  braille: 'Braille, as a file for a braille display or an embosser',
  'paper-braille': 'Braille on paper',
  audio: 'Audio',
  'easy-read': 'Easy Read',
  bsl: 'British Sign Language (BSL)',
  other: 'Another format',
} as const
export type FormatWanted = keyof typeof formats

/** A field that people fill in. */
interface Field {
  /** What messages call it. */
  readonly name: string
  /** Whether line breaks are a part of what is typed. */
  readonly lines: 'one' | 'many'
  /** The most characters (Unicode code points) that are taken. */
  readonly longest: number
}

/** The fields that people fill in, by the name that the form sends. */
export const fields = {
  page: { name: 'Page or document', lines: 'one', longest: 500 },
  format: { name: 'Format', lines: 'one', longest: 40 },
  other_format: { name: 'Other format', lines: 'one', longest: 300 },
  assistive_technology: { name: 'Assistive technology', lines: 'one', longest: 300 },
  details: { name: 'Anything else', lines: 'many', longest: 5_000 },
  name: { name: 'Name', lines: 'one', longest: 200 },
  email: { name: 'E-mail address', lines: 'one', longest: 254 },
  telephone: { name: 'Telephone number', lines: 'one', longest: 100 },
  postal_address: { name: 'Postal address', lines: 'many', longest: 1_000 },
} as const satisfies Record<string, Field>
export type FieldName = keyof typeof fields
export const fieldNames = Object.keys(fields).filter((name): name is FieldName => name in fields)

/** Fields that the form fills in by itself, and the one that only programs fill in. */
export const hiddenNames = ['form_id', 'token', 'leave_empty'] as const
export type HiddenName = (typeof hiddenNames)[number]

/** A value for each field; empty where nothing was typed. */
export type Values = Readonly<Record<FieldName, string>>

/** @returns whether it is the value of a format that can be asked for */
export function isFormat(value: string): value is FormatWanted {
  return Object.hasOwn(formats, value)
}

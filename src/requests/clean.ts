import { fields, type FieldName, type Values } from './fields.ts'
import type { RawForm } from './read-form.ts'

/**
 * Makes of what was typed what is stored: well-formed Unicode in normal form C, with line feeds for
 * line breaks, and without characters that cannot be seen and make text other than it looks. What
 * is cleaned once stays the same when it is cleaned again.
 *
 * @see https://www.unicode.org/reports/tr36/ on text that deceives
 */
export function clean(raw: RawForm): Values {
  const cleaned = (name: FieldName) => cleanField(raw[name], name)
  return {
    page: cleaned('page'),
    format: cleaned('format'),
    other_format: cleaned('other_format'),
    assistive_technology: cleaned('assistive_technology'),
    details: cleaned('details'),
    name: cleaned('name'),
    email: cleaned('email'),
    telephone: cleaned('telephone'),
    postal_address: cleaned('postal_address'),
  }
}

const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g

/**
 * Controls, noncharacters, and all that is drawn as nothing: overrides of the direction, spaces of
 * no width, soft hyphens, fillers, and tag characters, which hide whole sentences. PostgreSQL
 * refuses one of them, NUL. Variation selectors stay: Japanese names and emoji need them.
 */
const INVISIBLE =
  /[[\p{Cc}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]--[\n\u061C\u200C-\u200F\p{Variation_Selector}]]/gv

/**
 * Zero-width joiner and non-joiner. Words in Persian and in the languages of India, and emoji of
 * several people, are written with one between two characters; anywhere else, and as the second in
 * a row, it does nothing.
 */
const JOINERS = /(?<=\S)([\u200C\u200D])[\u200C\u200D]*(?=[^\s\u200C\u200D])|[\u200C\u200D]+/g

/**
 * Marks of direction put full stops and brackets in Hebrew and Arabic where they belong, and cannot
 * reorder a word, unlike the overrides.
 */
const DIRECTION_MARKS = /[\u061C\u200E\u200F]/g
/** Fields that are compared and dialled: marks of direction come along when one is copied. */
const EXACT: readonly FieldName[] = ['page', 'format', 'email', 'telephone']

/** Something that can be seen: a field of blanks and selectors alone was not filled in. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u

function cleanField(raw: string, name: FieldName): string {
  const visible = raw
    .toWellFormed()
    .replace(LINE_BREAK, '\n')
    .replaceAll('\t', ' ')
    .replace(INVISIBLE, '')
    .replace(DIRECTION_MARKS, EXACT.includes(name) ? '' : '$&')
    .replace(JOINERS, '$1')
  if (!VISIBLE.test(visible)) return ''
  const laidOut = fields[name].lines === 'one' ? visible.replace(/\s+/g, ' ') : tidyLines(visible)
  // Last, because a letter and its accent may have had something invisible between them.
  return laidOut.trim().normalize('NFC')
}

/** Takes blanks at the ends of lines away, and all but two of the empty lines in a row. */
function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd())
  return lines.join('\n').replace(/\n{4,}/g, '\n\n\n')
}

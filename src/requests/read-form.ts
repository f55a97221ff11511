import { MIMEType } from 'node:util'
import type { FieldName, HiddenName } from './fields.ts'

/** What was sent, as it was typed: fit to be shown again, and for nothing else. */
export type RawForm = Readonly<Record<FieldName | HiddenName, string>>

/** The body is not what its content type says. */
export class UnreadableForm extends Error {
  override readonly name = 'UnreadableForm'
}

/**
 * Reads the fields of a form that was sent. Of fields with one name the first text counts; files
 * and fields that the form does not have are left out; one that was not sent is empty.
 *
 * @param contentType the value of Content-Type, with the boundary
 * @param isCut whether the body ends in the middle, because it was longer than is read: then the
 *   field that it ends in is kept as far as it came
 * @returns undefined when the content type is not one that forms are sent in
 * @throws {UnreadableForm} when the body is malformed
 */
export async function readForm(
  body: Uint8Array,
  contentType: string | undefined,
  isCut = false,
): Promise<RawForm | undefined> {
  const type = parseType(contentType)
  if (!type) return undefined
  const whole = isCut ? mend(body, type) : new Uint8Array(body)
  const entries = await readTexts(whole, type)
  const last = entries.at(-1)
  // Half a character at the end was decoded to the sign for what cannot be decoded.
  if (isCut && last) last.value = last.value.replace(/\uFFFD$/, '')

  const text = (wanted: string) => entries.find(({ name }) => name === wanted)?.value ?? ''
  return {
    page: text('page'),
    format: text('format'),
    other_format: text('other_format'),
    assistive_technology: text('assistive_technology'),
    details: text('details'),
    name: text('name'),
    email: text('email'),
    telephone: text('telephone'),
    postal_address: text('postal_address'),
    form_id: text('form_id'),
    token: text('token'),
    leave_empty: text('leave_empty'),
  }
}

const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

function parseType(contentType: string | undefined): MIMEType | undefined {
  try {
    const type = new MIMEType(contentType ?? '')
    return [URLENCODED, MULTIPART].includes(type.essence) ? type : undefined
  } catch {
    return undefined
  }
}

async function readTexts(
  body: Uint8Array<ArrayBuffer>,
  type: MIMEType,
): Promise<{ name: string; value: string }[]> {
  try {
    const form = await new Response(body, {
      headers: { 'content-type': type.toString() },
    }).formData()
    return [...form].flatMap(([name, value]) => (typeof value === 'string' ? { name, value } : []))
  } catch (error) {
    throw new UnreadableForm('The body is not a form as its content type says.', { cause: error })
  }
}

/** Ends a body properly that was cut. Bytes are taken for characters one by one (Latin-1). */
function mend(body: Uint8Array, type: MIMEType): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(body).toString('latin1')
  const mended =
    type.essence === URLENCODED
      ? text.replace(/%[0-9a-f]?$/i, '')
      : closeMultipart(text, type.params.get('boundary') ?? '')
  return Buffer.from(mended, 'latin1')
}

function closeMultipart(text: string, boundary: string): string {
  // The first boundary has no line break before it; one is put there, and taken away again.
  const delimiter = `\r\n--${boundary}`
  const parts = withoutHalf(`\r\n${text}`, delimiter)
  const last = parts.lastIndexOf(delimiter)
  const hasContent = last >= 0 && parts.includes('\r\n\r\n', last)
  const kept = hasContent ? parts : parts.slice(0, Math.max(0, last))
  return `${kept}${delimiter}--\r\n`.slice(2)
}

/** Takes the beginning of a delimiter away that a text ends with. */
function withoutHalf(text: string, delimiter: string): string {
  let length = delimiter.length - 1
  while (!text.endsWith(delimiter.slice(0, length))) length -= 1
  return text.slice(0, text.length - length)
}

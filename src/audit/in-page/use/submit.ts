import type { Fault } from '../../rule.ts'
import { all, isSeen, nameOf, squeeze } from '../dom.ts'
import { letPass, tick } from '../clock.ts'
import { fieldsIn, isTyped, type Field } from '../forms/fields.ts'
import { fieldsNamedIn, messagesIn } from '../forms/messages.ts'
import { faultAt } from '../keyboard/faults.ts'
import { Changes, fresh, holderOf, lines } from './changes.ts'
import { put } from './fill.ts'
import { isInLiveRegion } from './live.ts'
import { spy, takeTries } from './spy.ts'

const MOST_FORMS = 3
const sending =
  /^(?:submit|send|save|go|continue|next|search|find|register|sign|log ?in|apply|buy|pay|order|add|check|ok)\b/i
const error =
  /\b(?:errors?|invalid|not valid|incorrect|wrong|missing|required|please|must|enter|choose|fill|problem|failed|cannot|can’t|can't)\b/i

/** Sends each form empty and with wrong answers, and looks at how the page answers by itself. */
export async function judgeSubmit(): Promise<Fault[]> {
  spy()
  const faults: Fault[] = []
  for (const form of all<HTMLFormElement>('form').filter(isSeen).slice(0, MOST_FORMS)) {
    if (fieldsIn(form).length === 0) continue
    for (const isEmpty of [true, false]) {
      const found = await send(form, isEmpty)
      faults.push(...found)
      if (found.length > 0 || !form.isConnected) break
    }
  }
  return faults
}

async function send(form: HTMLFormElement, isEmpty: boolean): Promise<Fault[]> {
  const fields = fieldsIn(form).filter(
    (field) => isTyped(field) && !field.readOnly && !field.disabled,
  )
  for (const field of fields) if (isTyped(field)) put(field, isEmpty ? '' : wrong(field))
  const button =
    all(
      'button:not([type=button], [type=reset]), input[type=submit], input[type=image]',
      form,
    ).find(isSeen) ??
    all('button, input[type=button]', form).find(
      (each) => isSeen(each) && sending.test(nameOf(each)),
    )
  if (!button) return []
  const before = lines()
  const looks = fieldsIn(form).map(looksOf)
  const changes = new Changes()
  takeTries()
  const native = { isTold: false }
  const note = (): void => {
    native.isTold = true
  }
  form.addEventListener('invalid', note, true)
  button.focus()
  button.click()
  await letPass(400)
  await tick()
  form.removeEventListener('invalid', note, true)
  const { elements, texts } = changes.take()
  changes.end()
  const tries = takeTries()
  // The server answers, or the browser does, which says what is wrong in words of its own.
  if (native.isTold || tries.some(({ kind }) => kind !== 'dialogue')) return []
  const shown = fresh(before, lines())
  const dialogue = tries.find(({ kind }) => kind === 'dialogue')
  if (dialogue && shown.length === 0)
    return [faultAt('error-in-alert', form, `It says “${dialogue.what.slice(0, 60)}”.`)]
  if (shown.length === 0) {
    const changed = fieldsIn(form).filter((field, index) => looks[index] !== looksOf(field))
    return changed[0]
      ? [
          faultAt(
            'error-without-words',
            changed[0],
            `“${nameOf(changed[0])}” only looks different.`,
          ),
        ]
      : []
  }
  return judgeWords(form, button, shown, elements, texts)
}

function judgeWords(
  form: HTMLFormElement,
  button: Element,
  shown: readonly string[],
  elements: readonly Element[],
  texts: readonly Element[],
): Fault[] {
  const first = shown.find((line) => error.test(line)) ?? shown[0] ?? ''
  const holder = holderOf(first, elements)
  const fields = fieldsIn(form)
  const isError = error.test(first)
  const { activeElement } = document
  const isMoved =
    activeElement !== null && activeElement !== button && activeElement !== document.body
  const isSaid =
    isMoved || isInLiveRegion(holder) || texts.some((element) => isInLiveRegion(element))
  const faults: Fault[] = []
  const isShort = shown.length <= 3 && first.split(' ').length <= 15
  if (!isSaid && (isError || (isShort && isStatus(first))))
    faults.push(
      faultAt('status-silent', holder, `“${first.slice(0, 60)}” comes without being said.`),
    )
  else if (!isSaid && isShort)
    faults.push(
      faultAt(
        'status-silent',
        holder,
        `“${first.slice(0, 60)}” comes without being said.`,
        'manual',
      ),
    )
  if (isError && !isIdentified(fields, shown))
    faults.push(faultAt('error-without-field', holder, `“${first.slice(0, 60)}” names no field.`))
  return faults
}

function isIdentified(fields: readonly Field[], shown: readonly string[]): boolean {
  if (fields.filter(isTyped).length < 2) return true
  if (fields.some((field) => field.getAttribute('aria-invalid') === 'true')) return true
  if (messagesIn().some(({ field }) => field !== undefined)) return true
  return shown.some((line) => fieldsNamedIn(line, fields).length > 0)
}

const status =
  /^(?:no|\d[\d,]*) (?:\w+ )?(?:results?|matches|items?|entries|documents|pages|messages)\b|\b(?:results? (?:found|returned)|items? (?:in|found)|(?:was|were|been|is|are|has been) (?:added|saved|sent|removed|deleted|copied|updated|received)|thank you|added to|saved|sent|copied|success(?:ful(?:ly)?)?)\b/i

/** Whether some words tell how something went, and not what there is to read. */
export function isStatus(words: string): boolean {
  return status.test(squeeze(words)) || /^(?:cart|basket|bag)\b.*\d/i.test(words)
}

function wrong(field: HTMLInputElement | HTMLTextAreaElement): string {
  if (/date|month|week|time/.test(field.type)) return ''
  return field.type === 'number' ? '-1' : 'x'
}

function looksOf(field: Field): string {
  const { borderColor, backgroundColor, outlineStyle, outlineColor, boxShadow, color } =
    getComputedStyle(field)
  // The ring of the focus is not the form's answer.
  const isFocused = document.activeElement === field
  return [
    borderColor,
    backgroundColor,
    color,
    ...(isFocused ? [] : [outlineStyle, outlineColor, boxShadow]),
  ].join()
}

import { criteria } from './criteria.ts'
import type { Feature } from './in-page/features.ts'
import type { RuleFacts } from './rule.ts'

/** How a success criterion is looked after on this site. */
export type Coverage =
  | { readonly how: 'fully' | 'partly' | 'by a person'; readonly note: string }
  /** Met because no page has any of these, which the scan of every page proves. */
  | {
      readonly how: 'no such content'
      readonly features: readonly Feature[]
      readonly note: string
    }

const fully = (note: string): Coverage => ({ how: 'fully', note })
const partly = (note: string): Coverage => ({ how: 'partly', note })
const none = (features: readonly Feature[], note: string): Coverage => ({
  how: 'no such content',
  features,
  note,
})

/**
 * How each criterion of level A and AA of WCAG 2.2 is tested. “Fully”: what a page of this site can
 * do wrong is found by program. “Partly”: programs find the usual faults, and a person reads on.
 */
export const coverage: Readonly<Record<string, Coverage>> = {
  '1.1.1': partly('Whether an alternative says what the picture says, its author decides.'),
  '1.2.1': none(['film', 'sound', 'frame'], 'No film and no sound.'),
  '1.2.2': none(['film', 'frame'], 'No film.'),
  '1.2.3': none(['film', 'frame'], 'No film.'),
  '1.2.4': none(['film', 'frame'], 'Nothing live.'),
  '1.2.5': none(['film', 'frame'], 'No film.'),
  '1.3.1': partly(
    'What looks like a heading, list, table or group must be one; the meaning is read.',
  ),
  '1.3.2': fully(
    'The order on the screen is compared with that of the document, and Orca reads it.',
  ),
  '1.3.3': partly('Instructions that go by shape, colour or place are looked for in the words.'),
  '1.3.4': fully('Both orientations are compared.'),
  '1.3.5': fully('Every field about the person is known by its words.'),
  '1.4.1': partly('Links, list items and fields that differ in colour alone are found.'),
  '1.4.2': none(['sound', 'film', 'frame'], 'No sound.'),
  '1.4.3': fully('In every mode, also under the pointer, with the focus, and in an error.'),
  '1.4.4': fully('Text is doubled in two ways, and what is cut off or overlaps is found.'),
  '1.4.5': partly('Pictures of text are guessed at by their words and names.'),
  '1.4.10': fully('At 320 px, and at 256 px of height.'),
  '1.4.11': partly('Edges of fields and buttons, icons and the mark of the focus are measured.'),
  '1.4.12': fully('With the spacings of the criterion, wide and at 320 px.'),
  '1.4.13': fully('What the pointer shows must show with the focus too, stay, and go with Escape.'),
  '2.1.1': fully('Everything that listens to a click is reached with Tab and pressed with keys.'),
  '2.1.2': fully('Tab goes round, forwards and back.'),
  '2.1.4': fully('Every letter and digit is pressed.'),
  '2.2.1': fully(
    'Refreshes, and scripts that leave or take words away, are found; the clock is run on.',
  ),
  '2.2.2': none(['animation', 'moving element', 'film', 'canvas', 'frame'], 'Nothing moves.'),
  '2.3.1': none(['animation', 'moving element', 'film', 'canvas', 'frame'], 'Nothing flashes.'),
  '2.4.1': fully('The first stop is a link to the content, which takes the focus there.'),
  '2.4.2': partly('Titles are compared with headings and with each other.'),
  '2.4.3': fully('The order of the focus is compared with that of the page.'),
  '2.4.4': partly('Words that say nothing, and the same words for two places, are found.'),
  '2.4.5': fully('Links between all pages are counted.'),
  '2.4.6': partly('Empty and meaningless headings and labels are found.'),
  '2.4.7': fully(
    'Each stop is compared with and without the focus, also in the dark and in forced colours.',
  ),
  '2.4.11': fully('Five points of each stop, on three sizes of screen.'),
  '2.5.1': none(
    ['script', 'canvas', 'frame'],
    'No page that is read has script; the search knows no gesture.',
  ),
  '2.5.2': fully('Nothing acts when a pointer goes down.'),
  '2.5.3': fully('Visible labels are compared with names.'),
  '2.5.4': none(
    ['script', 'frame'],
    'No page that is read has script; the search knows no motion.',
  ),
  '2.5.7': none(['thing to drag', 'canvas', 'frame'], 'Nothing is dragged.'),
  '2.5.8': fully('Every target is measured.'),
  '3.1.1': fully('The declared language is compared with that of the words.'),
  '3.1.2': partly('Sentences in another language are found by their words; single words are not.'),
  '3.2.1': fully('Each control is given the focus.'),
  '3.2.2': fully('Each control is changed.'),
  '3.2.3': fully('The navigation of all pages is compared.'),
  '3.2.4': fully('The names of links to one place are compared across pages.'),
  '3.2.6': fully('The places of help are compared across pages.'),
  '3.3.1': partly('The form is sent empty and wrong; what is said is compared with the fields.'),
  '3.3.2': partly('Fields without label, format or a word on what is required are found.'),
  '3.3.3': partly('Messages that only say that something is wrong are found.'),
  '3.3.4': none(['payment'], 'No page makes a contract or moves money.'),
  '3.3.7': partly('The same question twice on a page is found; the form has one page.'),
  '3.3.8': none(['password'], 'Nobody signs in.'),
  '4.1.2': fully('Names, roles and states of every control; keys press what looks like a button.'),
  '4.1.3': partly('Changes beside the focus must be in a live region; Orca says them.'),
}

/**
 * The table of docs/wcag.md.
 *
 * @param rules every rule that the audit has
 */
export function coverageTable(rules: readonly RuleFacts[]): string {
  const rows = criteria
    .filter(({ level }) => level !== 'AAA')
    .map(({ id, name, level }) => {
      const known = coverage[id]
      if (!known) throw new Error(`coverage.ts says nothing of ${id}`)
      const fitting = rules.filter((rule) => rule.criteria.includes(id))
      const own = fitting.filter((rule) => !rule.id.includes('/')).map((rule) => `\`${rule.id}\``)
      const others = fitting.length - own.length
      const named = [...own, ...(others > 0 ? [`${others} of axe-core and AccessLint`] : [])]
      return `| ${id} ${name} | ${level} | ${howInWords(known)} | ${known.note} | ${named.join(', ')} |`
    })
  const head = '| criterion | level | tested | how | rules |\n| --- | --- | --- | --- | --- |'
  return [head, ...rows].join('\n')
}

function howInWords(coverage: Coverage): string {
  return coverage.how === 'no such content'
    ? `no such content (the scan finds none of: ${coverage.features.join(', ')})`
    : coverage.how
}

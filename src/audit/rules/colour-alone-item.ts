import { all, isSeen, squeeze } from '../in-page/dom.ts'
import { groupsByColour, type ColourGroup } from '../in-page/looks/colour-groups.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const COLOURS = /\b(red|orange|amber|yellow|green|blue|purple|violet|pink|grey|gray|brown)\b/gi

export const colourAloneItem: PageRule = {
  id: 'colour-alone-item',
  level: 'manual',
  criteria: ['1.4.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F13',
  meets: 'Whoever does not see the colours cannot tell these things from each other.',
  mend: 'Say in words, or with a mark, what each colour means.',
  *find(): Iterable<FaultyElement> {
    const named = namedColours()
    for (const parent of all('ul, ol, dl, table, p, div, svg, fieldset', document.body)) {
      const groups = groupsByColour(parent)
      if (groups.length < 2 || groups.some(isMarked)) continue
      const spoken = groups.filter(({ hue }) => hue !== undefined && named.has(hue))
      const first = groups.flatMap(({ elements }) => elements)[0]
      if (!first || !isSeen(first)) continue
      const count = groups.reduce((sum, { elements }) => sum + elements.length, 0)
      const detail = `${count} like parts of <${parent.localName}> differ in colour only.`
      // Words that name the colours of the things here prove that the colours mean something.
      if (spoken.length > 0)
        yield { element: parent, detail, level: spoken.length > 1 ? 'error' : 'manual' }
      else if (groups.filter(({ hue }) => hue !== undefined).length > 1 && count > 2) {
        yield { element: parent, detail }
      }
    }
  },
}

/** Colours that the page speaks of. */
function namedColours(): Set<string> {
  const found = squeeze(document.body.innerText).toLowerCase().match(COLOURS) ?? []
  return new Set(found.map((name) => ({ amber: 'orange', violet: 'purple' })[name] ?? name))
}

/** Whether all of a group share a word or a sign that the parts outside it do not have. */
function isMarked({ elements, others }: ColourGroup): boolean {
  const [first, ...rest] = elements.map(signsOf)
  if (!first) return false
  const outside = new Set(others.flatMap((element) => [...signsOf(element)]))
  return (
    [...first]
      .filter((sign) => !outside.has(sign) && rest.every((signs) => signs.has(sign)))
      // Any word of a part that stands alone is its own; a sign is not.
      .some((sign) => rest.length > 0 || /[^\p{L}\p{N}'’.,;:–-]/u.test(sign))
  )
}

function signsOf(element: Element): Set<string> {
  const named = all('img[alt], [aria-label], [title]', element).map(
    (each) => each.getAttribute('alt') ?? each.getAttribute('aria-label') ?? each.title,
  )
  const text = [element.textContent, ...named].join(' ').toLowerCase()
  return new Set(text.match(/\p{L}+|[^\p{L}\p{N}\s]/gu) ?? [])
}

import { seenLinks } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const linksRunTogether: PageRule = {
  id: 'links-run-together',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/TR/WAI-WEBCONTENT-TECHS/#tech-divide-links',
  meets: 'Links with only a blank between them are heard and seen as one.',
  mend: 'Put the links into a list, or a printable character between them.',
  *find(): Iterable<FaultyElement> {
    for (const { element } of seenLinks()) {
      const { previousElementSibling: before, previousSibling } = element
      if (before?.localName !== 'a' || !before.hasAttribute('href')) continue
      const between = previousSibling === before ? '' : (previousSibling?.nodeValue ?? '')
      if (between.trim() !== '') continue
      if (!isPlain(element) || !isPlain(before)) continue
      const [one, other] = [before.getBoundingClientRect(), element.getBoundingClientRect()]
      if (one.height === 0) continue
      // A wide gap, or a link below the other, parts them for the eye at least.
      if (Math.abs(one.top - other.top) > one.height / 2 || other.left - one.right > 16) continue
      yield { element, detail: 'Only white space parts it from the link before it.' }
    }
  },
}

/** Whether nothing but its words tells where a link begins and ends. */
function isPlain(link: Element): boolean {
  const { display, borderTopWidth, borderLeftWidth, backgroundColor, backgroundImage } =
    getComputedStyle(link)
  return (
    display === 'inline' &&
    borderTopWidth === '0px' &&
    borderLeftWidth === '0px' &&
    backgroundImage === 'none' &&
    /, 0\)$|transparent/.test(backgroundColor)
  )
}

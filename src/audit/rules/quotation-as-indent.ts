import { all, isHeard, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const quotationAsIndent: PageRule = {
  id: 'quotation-as-indent',
  level: 'manual',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F43',
  meets:
    'It is announced as a quotation, and nothing tells who is quoted: it may only be indented text.',
  mend: 'Say who is quoted, or indent the text with the style sheet.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('blockquote')) {
      if (
        !isHeard(element) ||
        element.hasAttribute('cite') ||
        element.querySelector('cite, footer, q')
      )
        continue
      if (element.closest('figure')?.querySelector('figcaption')) continue
      const own = squeeze(element.textContent)
      const around = `${squeeze(element.previousElementSibling?.textContent)} ¶ ${squeeze(element.nextElementSibling?.textContent)}`
      const isQuoted = /["“”„«»‘]/.test(own) || /(^|\s)[—–-] ?\p{Lu}/u.test(own)
      const isNamed =
        /:\s*¶|\b(said|says|wrote|writes|told|quote[sd]?|quotation|words of|according|asked|replied|stated?|argues?|puts? it|states)\b/i.test(
          around,
        )
      if (!isQuoted && !isNamed)
        yield { element, detail: 'Neither quotation marks nor a source are there.' }
    }
  },
}

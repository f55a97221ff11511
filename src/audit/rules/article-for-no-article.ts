import { all, isHeard, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const articleForNoArticle: PageRule = {
  id: 'article-for-no-article',
  level: 'warn',
  criteria: [],
  source: 'https://html.spec.whatwg.org/multipage/sections.html#the-article-element',
  meets: 'It is announced as an article, and holds none.',
  mend: 'Use <section>, <nav> or <div>, and keep <article> for what makes sense by itself.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('article')) {
      if (!isHeard(element) || element.hasAttribute('role')) continue
      const copy = element.cloneNode(true)
      if (!(copy instanceof Element)) continue
      const has = (selector: string): boolean => copy.querySelector(selector) !== null
      const hasHeading = has('h1, h2, h3, h4, h5, h6, [role=heading]')
      const isPlain = has('p, img, video, audio, blockquote, table, pre, figure, form, dl, time')
      for (const part of copy.querySelectorAll('nav, aside, script, style, h1, h2, h3, h4, h5, h6'))
        part.remove()
      const left = squeeze(copy.textContent)
      if (left === '' && !has('img, video, audio, canvas, svg, iframe'))
        yield { element, detail: 'Beside a heading it holds only a navigation, or nothing.' }
      else if (!hasHeading && !isPlain && left.split(' ').length < 8)
        yield { element, detail: 'It has neither a heading nor a paragraph.' }
    }
  },
}

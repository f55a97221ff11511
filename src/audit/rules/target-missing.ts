import { linksOfPage } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const targetMissing: PageRule = {
  id: 'target-missing',
  level: 'warn',
  criteria: [],
  source:
    'https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element',
  meets: 'The link should lead to a place on this page, and nothing happens.',
  mend: 'Give the place the id that the link names.',
  *find(): Iterable<FaultyElement> {
    for (const { element } of linksOfPage()) {
      const { hash, origin, pathname, search } = element
      const isHere =
        origin === location.origin && pathname === location.pathname && search === location.search
      const id = safelyDecoded(hash.slice(1))
      // Text fragments, routes of scripts, and the top of the page need no id.
      if (!isHere || id === '' || /^(top$|:~:|!|\/)/.test(id)) continue
      const isThere = document.getElementById(id) ?? document.getElementsByName(id)[0]
      if (!isThere) yield { element, detail: `Nothing on the page has the id “${id}”.` }
    }
  },
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

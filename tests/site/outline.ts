import type { Page } from '@playwright/test'

/** What a page is built of, as far as tests ask. */
export interface Outline {
  title: string
  lang: string
  headings: { level: number; words: string }[]
  landmarks: { role: string; name: string }[]
  ids: string[]
  /** `href` is a full address. */
  links: { words: string; href: string }[]
  /** Full addresses that the head names: the page's own, its other formats. */
  related: string[]
  /** Openings of elements that no page may hold. */
  forbidden: string[]
}

/** @returns the outline of the page that is loaded */
export function outline(page: Page): Promise<Outline> {
  return page.evaluate(() => {
    const all = <Kind extends Element = HTMLElement>(selector: string): Kind[] => [
      ...document.querySelectorAll<Kind>(selector),
    ]
    const words = (element: Element | null): string =>
      element?.textContent.trim().replace(/\s+/g, ' ') ?? ''
    const nameOf = (element: Element): string => {
      const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
      const labelled = ids.map((id) => words(document.getElementById(id))).join(' ')
      return labelled || (element.getAttribute('aria-label') ?? '')
    }
    // Header and footer are landmarks only where nothing narrower owns them (HTML AAM).
    const isOfThePage = (element: Element): boolean =>
      !element.parentElement?.closest('article, aside, main, nav, section')

    return {
      title: document.title,
      lang: document.documentElement.lang,
      headings: all('h1, h2, h3, h4, h5, h6, [role=heading]').map((heading) => ({
        level: Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1)),
        words: words(heading),
      })),
      landmarks: [
        ...all('header, [role=banner]')
          .filter(isOfThePage)
          .map(() => 'banner'),
        ...all('footer, [role=contentinfo]')
          .filter(isOfThePage)
          .map(() => 'contentinfo'),
        ...all('main, [role=main]').map(() => 'main'),
      ]
        .map((role) => ({ role, name: '' }))
        .concat(
          all('nav, [role=navigation]').map((nav) => ({ role: 'navigation', name: nameOf(nav) })),
        ),
      ids: all('[id]').map(({ id }) => id),
      links: all<HTMLAnchorElement>('a[href]').map((link) => ({
        words: nameOf(link) || words(link) || (link.querySelector('img')?.alt ?? ''),
        href: link.href,
      })),
      related: all<HTMLLinkElement>('link[href]')
        .map(({ href }) => href)
        .filter((href) => href.startsWith('http')),
      forbidden: all('*')
        .filter((element) =>
          [
            element.matches(
              'script:not([type="application/ld+json"]), iframe, object, embed, marquee, blink, [target], [style]',
            ),
            element.matches('meta[http-equiv=refresh], img:not([alt]), [accesskey]'),
            element.getAttributeNames().some((name) => name.startsWith('on')),
          ].includes(true),
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    }
  })
}

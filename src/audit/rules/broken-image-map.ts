import { all, isRendered } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const brokenImageMap: PageRule = {
  id: 'broken-image-map',
  level: 'error',
  criteria: ['2.1.1', '4.1.2'],
  source: 'https://html.spec.whatwg.org/multipage/image-maps.html#image-map',
  meets: 'The picture should be a map of links, and none of them can be reached.',
  mend: 'Let the usemap of the picture name the map: usemap="#plan" and name="plan".',
  *find(): Iterable<FaultyElement> {
    for (const element of all('img[usemap], object[usemap]')) {
      if (!isRendered(element)) continue
      const name = (element.getAttribute('usemap') ?? '').replace(/^#/, '')
      const maps = all<HTMLMapElement>('map')
      if (!maps.some((map) => map.name === name || map.id === name))
        yield { element, detail: `No map has the name “${name}”.` }
    }
    for (const element of all('img[ismap]'))
      yield { element, detail: 'The server reads where it is pressed, which no key can do.' }
  },
}

import { all, isHeard } from '../in-page/dom.ts'
import { namedPictures } from '../in-page/structure/pictures.ts'
import { bare } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const KINDS = 'an? |the |my |this |some '
const WORDS =
  'image|images|img|picture|pic|photo|photograph|graphic|icon|logo|figure|fig|illustration|drawing|banner|spacer|placeholder|alt|alt text|alternative text|text|description|thumbnail|untitled|null|undefined|none|blank|empty|chart|graph|diagram|screenshot|slide|object|insert alt text(?: here)?|image description|todo|tbc|temp'
const PLACEHOLDER = new RegExp(`^(?:${KINDS})?(?:${WORDS})(?: ?[#no.]* ?\\d+)?$`)

export const altPlaceholder: PageRule = {
  id: 'alt-placeholder',
  level: 'error',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F30',
  meets: 'The alternative only says that there is a picture, not what it says.',
  mend: 'Write in the alt what the picture says or does here, or leave it empty for an ornament.',
  *find(): Iterable<FaultyElement> {
    for (const { element, name } of namedPictures()) {
      const words = bare(name)
      if (name === '') continue
      // “Logo” alone says too little; with a name of something it says enough, and does not fit here.
      if (
        PLACEHOLDER.test(words) ||
        /^[\d#\W]+$/.test(words) ||
        /^\w+#\d+$/.test(name.toLowerCase())
      ) {
        const isDigit = /^\d{1,2}$/.test(words) && element.closest('a, button') !== null
        if (!isDigit) yield { element, detail: `The alternative is “${name}”.` }
      }
    }
    for (const element of all('img[alt]')) {
      const alt = element.getAttribute('alt') ?? ''
      if (
        alt !== '' &&
        alt.trim() === '' &&
        isHeard(element) &&
        !element.hasAttribute('aria-label')
      )
        yield { element, detail: 'The alternative is a blank.', level: 'manual' }
    }
  },
}

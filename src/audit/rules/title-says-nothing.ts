import { squeeze } from '../in-page/dom.ts'
import { isPlaceholder } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const EDITORS =
  /^(untitled.*|new (page|document)( \d+)?|no title|welcome to adobe golive.*|document( \d+)?|page|home ?page|index|default|react app|vite app|web page|website|(enter|insert|type|add|put) .*title.*|title( here| goes here)?|your title.*|localhost.*)$/i

const POOR =
  /^(welcome|my (app|site|page|website)|page \d+|slide \d+|chapter \d+|example|blank|intro|test( page)?|page title)$/i

export const titleSaysNothing: PageRule = {
  id: 'title-says-nothing',
  level: 'error',
  criteria: ['2.4.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F25',
  meets: 'The title of the page does not tell what the page is about.',
  mend: 'Write the subject of the page as its title, and the name of the site after it.',
  *find(): Iterable<FaultyElement> {
    const element = document.querySelector('title')
    const title = squeeze(document.title)
    if (!element || title === '') return
    const isFile = /^\S+\.(html?|php|aspx?|jsp|pdf|docx?|txt|md)$/i.test(title)
    const isAddress = /^https?:\/\//i.test(title)
    const detail = `The title is “${title}”.`
    if (isFile || isAddress || EDITORS.test(title)) yield { element, detail }
    else if (isPlaceholder(title) || POOR.test(title)) yield { element, detail, level: 'manual' }
    else if (!/\p{L}{2}/u.test(title)) yield { element, detail }
  },
}

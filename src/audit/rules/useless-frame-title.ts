import { all, isHeard, nameOf, squeeze } from '../in-page/dom.ts'
import { isKin, tellingWords } from '../in-page/structure/pictures.ts'
import { bare, isPlaceholder } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const USELESS =
  /^(i?frames?( \d+)?|content( frame)?|main( frame)?|embedded( content)?|widget|untitled|blank|empty|title|frame title|iframe title|page|window|box|container|inner|embed|null|undefined|html|external content)$/

export const uselessFrameTitle: PageRule = {
  id: 'useless-frame-title',
  level: 'error',
  criteria: ['4.1.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H64',
  meets: 'The name of the frame does not tell what is in it.',
  mend: 'Write as the title of the frame what the page in it is about.',
  *find(): Iterable<FaultyElement> {
    for (const element of all<HTMLIFrameElement>('iframe, frame')) {
      const name = nameOf(element)
      if (name === '' || !isHeard(element)) continue
      const isFile = /^\S+\.(html?|php|aspx?|js|pdf)$|^https?:\/\//i.test(name)
      const detail = `It is “${name}”.`
      if (USELESS.test(bare(name)) || isFile || isPlaceholder(name)) yield { element, detail }
      else if (!fits(element, name))
        yield { element, detail: `The page in it does not speak of “${name}”.`, level: 'manual' }
    }
  },
}

/** Whether the page in a frame shares a word with its name; true when it cannot be read. */
function fits(frame: HTMLIFrameElement, name: string): boolean {
  const inside = pageIn(frame)
  const words = tellingWords(name)
  if (!inside || words.length === 0) return true
  const text = squeeze(`${inside.title} ${inside.body.textContent}`)
  const others = tellingWords(`${text} ${frame.src.replace(/^.*?\/\/[^/]*/, '')}`)
  return others.length < 3 || words.some((word) => others.some((other) => isKin(word, other)))
}

function pageIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument
  } catch {
    return null
  }
}

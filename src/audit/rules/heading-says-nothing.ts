import { headingsOfPage } from '../in-page/structure/headings.ts'
import { bare, isPlaceholder } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const headingSaysNothing: PageRule = {
  id: 'heading-says-nothing',
  level: 'error',
  criteria: ['2.4.6'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/b49b2e/',
  meets: 'The heading does not tell what its part is about.',
  mend: 'Write as the heading what the part below it says.',
  *find(): Iterable<FaultyElement> {
    for (const { element, name, level } of headingsOfPage()) {
      const words = bare(name)
      const detail = `The heading is “${name}”.`
      if (name === '') continue
      if (isUnfinished(name)) yield { element, detail }
      else if (isPlaceholder(name) || isPoor(words, level) || isMachine(name))
        yield { element, detail, level: 'manual' }
    }
  },
}

function isUnfinished(name: string): boolean {
  return (
    /^\[.*(replace|insert|your|here).*\]$/i.test(name) ||
    /^\W*(untitled|lorem ipsum|(insert|enter|type|replace|add)\b.*\b(heading|title|text)\b)/i.test(
      name,
    ) ||
    /^<?!-+|-+>|\{\{|\binsert your\b/i.test(name) ||
    /\b(uncaught|undefined function|stack trace|fatal error)\b/i.test(name)
  )
}

/** Whether a heading is too short or too general to tell anything: a number, a greeting, `Page 1`. */
function isPoor(words: string, level: number): boolean {
  if (/^[\d\s.,:/-]+$/.test(words)) return !/^(19|20)\d\d$/.test(words)
  if (
    /^(hi|hello|hey|welcome|home|page \d+|section \d+|part \d+|slide \d+|misc(ellaneous)?|other|stuff)$/.test(
      words,
    )
  )
    return level === 1 || !/^(home|other)$/.test(words)
  return false
}

function isMachine(name: string): boolean {
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(name) || /^\/?[\w.-]+\/[\w./-]+$/.test(name)
}

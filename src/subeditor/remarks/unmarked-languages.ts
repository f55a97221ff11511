import type { Nodes, Root } from 'mdast'
import { languageInEnglish } from '../../document/languages.ts'
import { baseOf, inOtherScripts, languageOfScript, otherLanguageOf } from '../languages.ts'
import type { Remark } from '../manuscript.ts'
import type { Prose } from '../prose.ts'
import { isEnglish, isElement, languageWithin, textOf } from '../read-tree.ts'

const sentence = /[^.!?…]+(?:[.!?…]+["”’)\]]*|$)\s*/gu
const quoted = /(?<=[“‘(])[^“”‘()]{8,}?(?=[”)]|’(?!\p{L}))/gu

/**
 * Words in another language that nothing marks: a screen reader reads them out by the rules of
 * English, or says nothing at all (WCAG 3.1.2). They are masked in the prose, so that no other
 * reader holds them against English.
 */
export function* unmarkedIn(prose: Prose): Generator<Remark> {
  for (const { start, end } of prose.stretches) {
    const words = prose.text.slice(start, end)
    const whole = otherLanguageOf(words, 'en')
    const found = whole !== undefined ? [{ lang: whole, words, index: 0 }] : partsOf(words)
    for (const { lang, words, index } of found) {
      const at = prose.placeOf(start + index)
      prose.mask(start + index, start + index + words.length)
      yield unmarked(words, lang, at)
    }
  }
}

/** Sentences, and words in quotation marks or brackets, that are in another language. */
function partsOf(words: string): { lang: string; words: string; index: number }[] {
  const found = [...inOtherScripts(words)].map(({ words, index }) => ({
    lang: languageOfScript(words),
    words,
    index,
  }))
  for (const pattern of [sentence, quoted]) {
    for (const { 0: part, index } of words.matchAll(pattern)) {
      const isKnown = found.some(
        (each) => each.index < index + part.length && index < each.index + each.words.length,
      )
      const lang = isKnown ? undefined : otherLanguageOf(part, 'en')
      if (lang !== undefined) found.push({ lang, words: part, index })
    }
  }
  return found.toSorted((a, b) => a.index - b.index)
}

function unmarked(words: string, lang: string, at: number): Remark {
  const shown = words.trim().split(/\s+/).slice(0, 4).join(' ')
  const dots = words.trim().length > shown.length ? ' …' : ''
  if (lang === 'und') {
    return {
      at,
      what: `“${shown}${dots}” is written in other letters than Latin, and nothing says in which language.`,
      mend: 'Put <Passage lang="…"> and </Passage> round the words, with the tag of the language, such as ar for Arabic.',
    }
  }
  return {
    at,
    what: `“${shown}${dots}” seems to be ${languageInEnglish(lang)}, and nothing says so.`,
    mend: `Put <Passage lang="${lang}"> and </Passage> round the words, so that a screen reader says them right.`,
  }
}

/**
 * Words that are marked as one language, by their file or a <Passage>, and are plainly in another
 * (WCAG 3.1.1, 3.1.2). Each of the two is told of once.
 */
export function* wronglyMarked(tree: Root, lang: string): Generator<Remark> {
  yield* within(tree, lang, { told: new Set(), at: undefined })
}

interface Setting {
  told: Set<string>
  /** Where the <Passage> around begins. */
  at: number | undefined
}

function* within(node: Nodes, lang: string, setting: Setting): Generator<Remark> {
  const start = node.position?.start.offset ?? 0
  const isPassage = isElement(node) && node.name === 'Passage'
  const inner = isElement(node) ? languageWithin(node, lang) : lang
  const around = isPassage ? { told: new Set<string>(), at: start } : setting
  const isLine =
    node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'tableCell' ||
    (isPassage && node.type === 'mdxJsxTextElement')
  if (isLine && !isEnglish(inner)) {
    const other = otherLanguageOf(textOf(node), inner)
    if (other !== undefined && !around.told.has(other)) {
      around.told.add(other)
      const tag = isEnglish(other) ? 'en-GB' : other
      yield {
        at: around.at ?? start,
        what: `Words are marked as ${languageInEnglish(baseOf(inner))} and seem to be ${languageInEnglish(baseOf(other))}.`,
        mend:
          around.at === undefined
            ? `Write \`lang: ${tag}\` above, or put <Passage lang="${tag}"> and </Passage> round the words.`
            : `Write <Passage lang="${tag}"> there, or take the mark out.`,
      }
    }
  }
  if (!('children' in node)) return
  for (const child of node.children) yield* within(child, inner, around)
}

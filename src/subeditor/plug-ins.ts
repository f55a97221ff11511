import dictionary from 'dictionary-en-gb'
import noDuplicateHeadings from 'remark-lint-no-duplicate-headings'
import noHeadingPunctuation from 'remark-lint-no-heading-punctuation'
import noUndefinedReferences from 'remark-lint-no-undefined-references'
import retextIndefiniteArticle from 'retext-indefinite-article'
import retextRepeatedWords from 'retext-repeated-words'
import retextSpell from 'retext-spell'
import { unified, type Pluggable } from 'unified'
import { VFile } from 'vfile'
import type { Reader, Remark } from './manuscript.ts'
import { isShortForm } from './remarks/short-forms.ts'

type Message = VFile['messages'][number]

const lint = {
  'no-duplicate-headings': noDuplicateHeadings,
  // A question may be a heading.
  'no-heading-punctuation': [noHeadingPunctuation, '!,.:;'],
  // “[sic]” and “[the Mayor]” are no links.
  'no-undefined-references': [noUndefinedReferences, { allowShortcutLink: true }],
} as const satisfies Record<string, Pluggable>

const retext = (knownWords: readonly string[]) =>
  ({
    'retext-repeated-words': retextRepeatedWords,
    'retext-indefinite-article': retextIndefiniteArticle,
    // A suggestion can cost half a second; each is made once.
    'retext-spell': [retextSpell, { dictionary, personal: knownWords.join('\n'), max: 15 }],
  }) as const satisfies Record<string, Pluggable>

type Rule = keyof typeof lint | keyof ReturnType<typeof retext>

/** Our words for what a plug-in found; none for what is no remark of ours. A rule without does not compile. */
const sentences: Record<Rule, (found: Message) => Pick<Remark, 'what' | 'mend'> | undefined> = {
  'no-duplicate-headings': () => ({
    what: 'Two headings have the same words.',
    mend: 'Give each its own words: they make the address of the part.',
  }),
  'no-heading-punctuation': () => ({
    what: 'A heading ends in a punctuation mark.',
    mend: 'Take the mark out: a heading is no sentence.',
  }),
  'no-undefined-references': () => ({
    what: 'Words in brackets look like a link, and lead nowhere.',
    mend: 'Write the address beside the words: [words](https://…).',
  }),
  'retext-repeated-words': ({ expected }) => ({
    what: `“${expected?.[0] ?? ''}” stands twice in a row.`,
    mend: 'Take one of the two out.',
  }),
  'retext-indefinite-article': ({ actual, expected }) => ({
    what: `“${actual ?? ''}” stands before a word that takes “${expected?.[0] ?? ''}”.`,
    mend: `Write “${expected?.[0] ?? ''}”.`,
  }),
  'retext-spell': ({ actual = '', expected, ruleId }) => {
    // The dictionary has no accents; short forms have a remark of their own.
    const isKnown = expected?.includes(actual.normalize('NFD').replace(/\p{M}/gu, '')) ?? false
    const isNoWord = isShortForm(actual) || /\p{N}|^'|^kB$/u.test(actual)
    if (ruleId === 'overflow' || isKnown || isNoWord) return undefined
    const near = expected?.slice(0, 3).map((each) => `“${each}”`) ?? []
    return {
      what: `The British dictionary does not know “${actual}”.`,
      mend: `${near.length > 0 ? `Did you mean ${listed.format(near)}?` : 'Look it up.'} If it is right, add it to content/spelling.txt.`,
    }
  },
}

const listed = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/**
 * The remarks of plug-ins of remark-lint and retext, in our words.
 * @param knownWords words that are right although the dictionary lacks them.
 */
export function plugIns(knownWords: readonly string[]): Reader {
  const ofTheTree = unified().use(Object.values(lint)).freeze()
  const ofTheProse = unified()
    .use(Object.values(retext(knownWords)))
    .freeze()
  return function* ({ text, tree, prose }) {
    const file = new VFile(text)
    ofTheTree.runSync(tree, file)
    for (const message of file.messages) yield* inOurWords(message, (at) => at)
    const spoken = new VFile(prose.text)
    ofTheProse.runSync(prose.parsed(), spoken)
    const said = new Set<string>()
    for (const message of spoken.messages) {
      // A misspelt name is told of once.
      if (message.source === 'retext-spell' && said.has(message.actual ?? '')) continue
      if (message.source === 'retext-spell') said.add(message.actual ?? '')
      yield* inOurWords(message, (at) => prose.placeOf(at))
    }
  }
}

function* inOurWords(message: Message, placeOf: (at: number) => number): Generator<Remark> {
  const { source = '', ruleId = '', place } = message
  const rule = source === 'remark-lint' ? ruleId : source
  if (!isRule(rule)) throw new Error(`There are no words of ours for ${source} ${ruleId}.`)
  const said = sentences[rule](message)
  const { offset } = place && 'start' in place ? place.start : { ...place }
  if (said) yield { at: placeOf(offset ?? 0), ...said }
}

const isRule = (name: string): name is Rule => Object.hasOwn(sentences, name)

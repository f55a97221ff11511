import type { Reader } from '../manuscript.ts'

/** Long words, and the short ones that say the same: https://www.gov.uk/guidance/content-design/writing-for-gov-uk (plain English). */
const short: Readonly<Record<string, string>> = {
  utilise: 'use',
  utilised: 'used',
  utilising: 'using',
  'in order to': 'to',
  'prior to': 'before',
  'subsequent to': 'after',
  'in the event of': 'if there is',
  'in the event that': 'if',
  'with regard to': 'about',
  'with regards to': 'about',
  'in respect of': 'about',
  'in relation to': 'about',
  'for the purpose of': 'for',
  'due to the fact that': 'because',
  'at this point in time': 'now',
  commence: 'begin',
  commences: 'begins',
  commencing: 'beginning',
  henceforth: 'from now on',
  notwithstanding: 'despite',
  aforementioned: 'this',
}

/** Short forms of Latin, which some screen readers spell and some readers take for each other. */
const latin: Readonly<Record<string, string>> = {
  'e.g.': 'for example',
  'E.g.': 'for example',
  eg: 'for example',
  'i.e.': 'that is',
  'I.e.': 'that is',
  ie: 'that is',
  'etc.': 'and so on',
  etc: 'and so on',
  'N.B.': 'note that',
  'n.b.': 'note that',
  NB: 'note that',
  'viz.': 'namely',
  'cf.': 'compare',
}

const oneOf = (words: readonly string[], flags: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.@/])(?:${words
      .toSorted((a, b) => b.length - a.length)
      .map((each) => RegExp.escape(each))
      .join('|')})(?![\p{L}\p{N}@/])`,
    flags,
  )
const longWords = oneOf(Object.keys(short), 'giu')
const latinWords = oneOf(Object.keys(latin), 'gu')
const numericDate =
  /(?<![\p{L}\p{N}/])\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\p{L}\p{N}/]|\.\d)/gu
const mouse =
  /(?<![\p{L}\p{N}])(?:(?:double-|right-|left-)?click (?:on|here|to|the|a|any|below|[“‘"'])|hover (?:over|on)|mouse over|mouseover)/giu
const timeLimit =
  /(?<![\p{L}\p{N}])(?:(?:you|users|readers|applicants) (?:have|will have|get) (?:only |just )?\p{N}+ (?:seconds|minutes) (?:to|in which)|(?:times? out|logs? (?:you )?out|expires?|is logged out|are logged out|is signed out|are signed out) (?:in|after) \p{N}+ (?:seconds|minutes))/giu

/** Words that keep people out, and the words that let them in (WCAG 3.1.3 to 3.1.5). */
export const plainWords: Reader = function* ({ prose }) {
  const { text } = prose
  for (const { 0: words, index } of text.matchAll(longWords)) {
    const other = short[words.toLowerCase()] ?? ''
    yield {
      at: prose.placeOf(index),
      what: `“${words}” says no more than “${other}”.`,
      mend: `Write “${other}”.`,
    }
  }
  for (const { 0: words, index } of text.matchAll(latinWords)) {
    const other = latin[words] ?? ''
    yield {
      at: prose.placeOf(index),
      what: `“${words}” is a short form of Latin, which many readers do not know.`,
      mend: `Write “${other}”, or leave it out.`,
    }
  }
  for (const { 0: words, index } of text.matchAll(numericDate)) {
    yield {
      at: prose.placeOf(index),
      what: `The date ${words} is read in two ways: which of its numbers is the month?`,
      mend: 'Write the month in letters, such as 25 November 2016.',
    }
  }
  for (const { 0: words, index } of text.matchAll(mouse)) {
    yield {
      at: prose.placeOf(index),
      what: `“${words}” is for those alone who use a mouse.`,
      mend: 'Write “select”, “follow” or “open”.',
    }
  }
  for (const { 0: words, index } of text.matchAll(timeLimit)) {
    yield {
      at: prose.placeOf(index),
      what: `“${words}” names a limit that many disabled people cannot keep (WCAG 2.2.1).`,
      mend: 'Say beside it how to get more time, or take the limit away.',
    }
  }
}

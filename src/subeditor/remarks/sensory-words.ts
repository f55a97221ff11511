import type { Reader } from '../manuscript.ts'

const part =
  '(?:table|list|box|column|menu|picture|photo(?:graph)?|image|chart|map|figure|graph|diagram|button|link|form|panel|sidebar|text|paragraph|section|icon|search|navigation)s?'
const side = '(?:left|right)(?:[- ]hand|)'
const colour = '(?:red|green|blue|yellow|orange|purple|pink|grey|gray|black|white|amber|turquoise)'
const control =
  '(?:button|icon|text|links?|tab|box(?:es)?|arrows?|letters|words|heading|field|menu|asterisk|symbols?|banner|panel|highlight)'

/**
 * Instructions that only those can follow who see where something stands, its colour or its
 * shape (WCAG 1.3.3, 1.4.1). What is left or right in the world itself is not meant.
 */
const patterns = [
  // The table on the right; see the box below
  String.raw`${part} (?:(?:that is |shown |which is )?(?:on|to|at|in) the (?:far |top |bottom )?${side}(?! (?:track|path|lines|foot|side of|of the|wing|bank|to)\b))`,
  String.raw`${part} (?:above|below|opposite|overleaf)(?! (?:the|an?|all|par|average|that|those|it|them|him|her|us|our|their|his|its|which|£|\d))`,
  String.raw`(?:see|shown|listed|pictured|set out) (?:on the |to the |at |the )?(?:above|below|${side}|opposite|overleaf)(?! the| to| \d|-|’|')`,
  `(?:on|to|in|at) the (?:left|right)[- ]hand (?:side|column|corner|menu|panel)`,
  `the ${side} (?:column|panel|side ?bar|menu|pane|box|picture|photo|image|margin|button)`,
  `(?:top|bottom|upper|lower)[- ](?:left|right)`,
  `(?:at|in) the (?:top|bottom) of (?:the|this|your) (?:page|screen|window)`,
  // The green button, shown in red
  `(?:the|a|any|this|that|each|every) (?:big |large |small |bright |dark |light )?(?!black box)${colour} ${control}`,
  String.raw`(?:the|this|that|each) ${colour} (?:line|bar|dot|area|part|section|circle|square|row|column|cell)s? (?:shows?|means?|marks?|stands? for|represents?|indicates?)`,
  `(?:marked|shown|highlighted|printed|written|displayed|indicated|listed|in text) in (?:${colour}|bold|italics?|colour)`,
  // The round icon
  `(?:round|square|circular|triangular|oval|star-shaped|large|big|bigger|small|smaller) (?:buttons?|icons?|symbols?)`,
].join('|')
const sensory = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns})(?![\p{L}\p{N}])`, 'giu')

export const sensoryWords: Reader = function* ({ prose }) {
  for (const { kind, start, end } of prose.stretches) {
    // What a picture shows has colours, shapes and sides.
    if (kind === 'label') continue
    for (const { 0: words, index } of prose.text.slice(start, end).matchAll(sensory)) {
      yield {
        at: prose.placeOf(start + index),
        what: `“${words}” can be followed by those alone who see where it stands, its colour or its shape (WCAG 1.3.3).`,
        mend: 'Name it by its words, its heading or its caption, or link to it.',
      }
    }
  }
}

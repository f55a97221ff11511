/** Things of a page that people are told to look at or to use. */
const control =
  'button|icon|link|tab|box|field|menu|arrow|checkbox|banner|panel|symbol|switch|tile|card|logo'
const part = `${control}|table|list|column|picture|photo|photograph|image|chart|map|figure|graph|diagram|form|sidebar|side bar|navigation`
const side = '(?:far )?(?:left|right)(?:[- ]hand)?(?: side)?'
const colour =
  '(?:light |dark |bright |pale )?(?:red|green|blue|yellow|orange|purple|pink|grey|gray|black|white|amber|brown|turquoise)'
const shape =
  '(?:round|square|circular|rectangular|triangular|triangle|oval|star-shaped|diamond-shaped|large|big|small|bigger|smaller|larger)'
const act =
  '(?:press|click|click on|tap|choose|select|use|see|push|hit|find|check|read|look at|fill in|open)'

/** What is left or right in the world itself is not meant. */
const notPlace = String.raw`(?! (?:track|path|line|lines|foot|lane|bank|wing|hand(?!-?(?: |-)(?:side|column))|side of the (?:road|street|river)|to\b|of (?:way|centre|politics)))`

const patterns = [
  // The button to the right; see the box on the left
  String.raw`(?:${part})(?:s|es)? (?:(?:that is |that are |shown |which is )?(?:on|to|at|in) (?:the|your) ${side}(?![-\w])${notPlace})`,
  String.raw`the ${side} (?:${part})(?:s|es)?(?![-\w])`,
  String.raw`${act} (?:the |any |one of the )?(?:\w+ )?(?:on|to|at|in) the ${side}(?![-\w])${notPlace}`,
  String.raw`(?:in|at) the (?:top|bottom|upper|lower)[- ](?:left|right)(?:[- ]hand)?(?: corner)?(?: of (?:the|this|your) (?:page|screen|window))?`,
  // The green button, the round icon
  String.raw`(?:the|a|any|this|that|each|every) ${colour} (?:${control})(?:s|es)?(?![-\w])`,
  String.raw`${act} (?:the |a |any )?${shape} (?:${control})(?:s|es)?(?![-\w])`,
  String.raw`(?:fields?|items?|words|entries|questions|boxes|rows|dates|those|products|names|text|links?)(?: that are| which are)?(?: shown| marked| highlighted| printed| written| displayed)? in ${colour}(?![-\w])`,
  String.raw`(?:marked|highlighted|indicated) (?:in|with|by) (?:a |the )?${colour}(?: \w+)?(?![-\w])`,
  // When you hear the sound
  String.raw`when you hear (?:a|the) (?:\w+ )?(?:beep|sound|tone|chime|bell)`,
]
const sensory = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns.join('|')})`, 'giu')
/** Looser: only where things do stand beside each other. */
const beside = new RegExp(
  String.raw`(?<![\p{L}\p{N}])the (?!(?:${notThings()})\b)\w+ on the ${side}(?![-\w])${notPlace}`,
  'giu',
)
/** Words right behind an instruction that name the thing as well. */
const named =
  /^[^.!?]{0,24}?["“‘«'][^"”’»']+["”’»']|^[^.!?]{0,12}\b(?:called|named|labelled|labeled|with the (?:words?|text|label)|that says|headed)\b/u

/**
 * @param text some words that belong together
 * @param hasColumns whether things stand beside each other on the page
 * @returns the instructions in it that only those can follow who see place, shape or colour
 */
export function sensoryWordsIn(text: string, hasColumns: boolean): string[] {
  return [...text.matchAll(sensory), ...(hasColumns ? text.matchAll(beside) : [])]
    .filter(({ 0: found, index }) => !named.test(text.slice(index + found.length)))
    .map(([found]) => found)
}

/** What goes or stands to the right in the world, in politics or on a road. */
function notThings(): string {
  return 'road|street|house|houses|door|party|parties|politicians|voters|driver|drivers|lane|turning|exit|path|second|first|third|next|building|church|hand|foot|arm|leg|eye|ear'
}

/** Words that say nothing of where a link leads. */
const LINK =
  /^(?:please )?(?:(?:click|tap|press|go|look|see|read|view|find out|learn|show|see all|view all|show all)(?: it| this)?(?: (?:here|now|more|this|link|on|details|all|page|site))*|(?:download|get|try|visit|start|buy|open|order)(?: (?:it|this|here|now))*|here|this|that|it|link|this link|the link|page|this page|site|this site|website|this website|web page|more|more info|more information|more details|details|info|information|further information|continue|continue reading|keep reading|next|back|article|document|this document|file|this file|pdf|report|full (?:article|story|text|report)|url|address|website link|read the (?:article|story|rest)|learn more about this)$/

/** Words that say nothing of what a button does. */
const BUTTON =
  /^(?:please )?(?:click|click me|click here|press|press me|press here|tap here|button|image button|here|push|untitled|image|icon|picture|img|ok button)$/

/** Words of a form, a template or an editor that nobody has replaced. */
const PLACEHOLDER =
  /^\W*(?:untitled(?: document| page)?|new page(?: \d+)?|no title|page title|title|document|heading(?: \d+)?|sub-?heading|headline|lorem ipsum.*|(?:insert|replace)\b.{0,30}\b(?:title|heading|text|label|name)\b.*|(?:enter|type|add|put)\b.{0,20}\b(?:heading|title|text|label)(?: goes)? here|your (?:title|heading|label|text)(?: here)?|label(?: \d+)?|text ?(?:field|box)?(?: \d+)?|field(?: \d+)?|input(?: \d+)?|form|placeholder|test|todo|tbc|tbd|xxx+|foo|bar)\W*$/

/** @returns words as they are compared: small, without marks at their ends */
export function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ')
}

/** Whether a link with these words alone could lead anywhere. */
export function isVagueLink(words: string): boolean {
  return LINK.test(bare(words))
}

/** Whether a button with these words alone could do anything. */
export function isVagueButton(words: string): boolean {
  return BUTTON.test(bare(words))
}

/** Whether these are words of a template rather than of the page. */
export function isPlaceholder(words: string): boolean {
  return PLACEHOLDER.test(words.toLowerCase().trim())
}

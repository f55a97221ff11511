import type { Link, Nodes } from 'mdast'
import type { Reader, Remark } from '../manuscript.ts'
import { attributeOf, isElement, textOf } from '../read-tree.ts'

/** Words that say little by themselves. What says nothing, such as “here”, is an error already. */
const vague =
  /^((see|find|read) (it|them|out) here|see (more|below|above|attached)|(more|further|full) (info|information|details)|info(rmation)?|(this|the|our|that) (link|document|report|website|site|file|article|page|form|pdf)|our (website|page)|view|open|go|next|previous|continue( reading)?|read on|attach(ed|ment)|(click|tap|press|follow) .*)$/i
const address = /^((https?:\/\/|www\.)\S+|[a-z0-9-]+(\.[a-z0-9-]+)+\/\S*)$/i

/** Longer words are heard to the end each time that the link is passed. */
const MOST_CHARACTERS = 100

/** Files that a browser hands to another program, or that take long to load. */
const file = /\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|rtf|zip|epub|mp3|mp4|brf|pef)(?:[?#].*)?$/i
const namesOfTypes: Readonly<Record<string, string>> = {
  doc: 'word',
  docx: 'word',
  xls: 'excel',
  xlsx: 'excel',
  ppt: 'powerpoint',
  pptx: 'powerpoint',
  brf: 'braille',
  pef: 'braille',
}
const size = /\d\s?(?:bytes|[kmg]i?b)\b/i
const newWindow = /\b(?:new|another|separate) (?:browser )?(?:window|tab)\b/i

/** Links that cannot be told apart, or not understood, when a screen reader lists them alone (WCAG 2.4.4, 2.4.9). */
export const linkTexts: Reader = function* ({ nodes }) {
  const known = new Map<string, string>()
  for (const node of nodes) {
    if ('children' in node) yield* inTheirLine(node.children)
    const leadsTo = targetOf(node)
    const at = node.position?.start.offset
    if (leadsTo === undefined || at === undefined) continue
    const words = textOf(node).trim()
    yield* remarkOn(words, at)
    const other = known.get(words.toLowerCase())
    known.set(words.toLowerCase(), other ?? leadsTo)
    if (other === undefined || other === leadsTo) continue
    yield {
      at,
      what: `Two links are called “${words}” and lead to different places.`,
      mend: 'Give each its own words, so that they can be told apart in a list of links.',
    }
  }
}

function* remarkOn(words: string, at: number): Generator<Remark> {
  if (address.test(words)) {
    yield {
      at,
      what: 'A bare web address stands in the text; a screen reader spells it out.',
      mend: 'Write what it leads to: [words](https://…).',
    }
  } else if (vague.test(words)) {
    yield {
      at,
      what: `A link is called “${words}”, which says little by itself.`,
      mend: 'Name what it leads to, so that the link makes sense on its own.',
    }
  } else if (words.length > MOST_CHARACTERS) {
    yield {
      at,
      what: `The words of a link have ${words.length} characters.`,
      mend: 'Make a link of the few words that name what it leads to.',
    }
  }
}

/** What only the words beside a link tell. */
function* inTheirLine(nodes: readonly Nodes[]): Generator<Remark> {
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'link') continue
    const at = node.position?.start.offset ?? 0
    const beside = behind(nodes[index + 1])
    const words = textOf(node).trim()
    if (newWindow.test(`${words} ${beside}`)) {
      yield {
        at,
        what: 'A link says that it opens a new window, and no link of this site does.',
        mend: 'Take these words out: readers open a window themselves where they want one.',
      }
    }
    yield* ofFile(node, `${words} ${beside}`, at)
    const next = nodes.slice(index + 1).find((each) => !isGap(each))
    if (next?.type === 'link' && next.url === node.url) {
      yield {
        at: next.position?.start.offset ?? at,
        what: 'Two links in a row lead to the same place.',
        mend: 'Make one link of them, so that nobody has to pass it twice.',
      }
    }
  }
}

/** A file that is not a page must say so, and how long it takes to load (GOV.UK style guide, “links”). */
function* ofFile({ url }: Link, said: string, at: number): Generator<Remark> {
  const type = file.exec(url)?.[1]?.toLowerCase()
  if (type === undefined) return
  const lower = said.toLowerCase()
  const saysType = [type, namesOfTypes[type] ?? type].some((name) => lower.includes(name))
  if (saysType && size.test(said)) return
  yield {
    at,
    what: `A link leads to a ${type.toUpperCase()} file and does not say ${saysType ? 'how large it is' : 'so'}.`,
    mend: `Write it into the words of the link, such as “(${type.toUpperCase()}, 340 kB)”; <DocumentLink> does so by itself.`,
  }
}

/** What stands in brackets right behind a link. */
const behind = (node: Nodes | undefined): string =>
  node?.type === 'text' ? (/^\s*\([^)]*\)/.exec(node.value)?.[0] ?? '') : ''

const isGap = (node: Nodes): boolean =>
  node.type === 'break' || (node.type === 'text' && !/[\p{L}\p{N}]/u.test(node.value))

function targetOf(node: Nodes): string | undefined {
  if (node.type === 'link') return node.url
  return isElement(node) && node.name === 'DocumentLink' ? attributeOf(node, 'document') : undefined
}

import { answer, inWords, quoted, type Answer } from './answer.ts'
import { openIndex, type SearchIndex } from './index-in-browser.ts'
import {
  addressOf,
  filterNames,
  isEmpty,
  phraseIn,
  readQuestion,
  type Question,
} from './question.ts'
import { helpPart, link, paragraph, resultItem, resultsPart, wayOn } from './show.ts'

/* The script of /search/: what the address asks is searched for and shown in place of the list. */

function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id)
  if (found instanceof type) return found
  throw new Error(`The search page has no ${id}.`)
}

const form = byId('search', HTMLFormElement)
const narrow = byId('narrow', HTMLDetailsElement)
const status = byId('found', HTMLElement)
const answerPart = byId('answer', HTMLElement)
const everything = byId('everything', HTMLElement)
const title = document.title
byId('needs-script', HTMLElement).remove()

let index: Promise<SearchIndex> | undefined
/** Counts the questions, so that a slow answer to an old one is not shown. */
let asked = 0

/** Answers what stands in the address. */
async function run(): Promise<void> {
  const turn = ++asked
  const question = readQuestion(location.search)
  restore(question)
  if (isEmpty(question)) {
    showNothingAsked()
    return
  }
  try {
    const found = await answer(await (index ??= openIndex()), question)
    if (turn === asked) show(found)
  } catch (error) {
    // What could not be fetched may be there the next time.
    index = undefined
    console.error(error)
    if (turn === asked) showFailure()
  }
}

/** Puts a question into the form: it may come from a link or from the way back. */
function restore({ words, filters, newest }: Question): void {
  document.title =
    words === '' ? title : title.replace(/^\S+/, `$&: ${words.replaceAll('$', '$$$$')}`)
  set('q', words)
  for (const name of filterNames) set(name, filters[name] ?? '')
  set('sort', newest ? 'newest' : '')
  if (Object.keys(filters).length > 0 || newest) narrow.open = true
}

function set(name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value
}

function show(found: Answer): void {
  const { count, first } = found
  const leads = waysOn(found).map(wayOn)
  say(inWords(found))
  if (count === 0) {
    answerPart.replaceChildren(...leads, helpPart())
    showEverything(true)
    return
  }
  const { part, list, more } = resultsPart(first.map(resultItem))
  if (count > first.length) list.after(more)
  more.addEventListener('click', () => void showMore(found, list, more))
  answerPart.replaceChildren(...leads, part)
  showEverything(false)
}

/** Takes the list out and puts it back, so that what is not shown is not in the page at all. */
function showEverything(shown: boolean): void {
  if (shown) answerPart.after(everything)
  else everything.remove()
}

/** Questions that may be what was meant, when the answer may not be. */
function waysOn({ question, corrected, count }: Answer): HTMLAnchorElement[] {
  const { words, filters } = question
  const lead = (other: Partial<Question>, text: string) =>
    link(addressOf({ ...question, ...other }), text)
  if (corrected !== undefined) {
    return [lead({ asTyped: true }, `Search for ${quoted(words)} as it is`)]
  }
  if (count > 0) return []
  const phrase = phraseIn(words)
  if (phrase !== undefined) {
    return [lead({ words: phrase }, `Search for the words ${phrase} in any order`)]
  }
  if (words === '' || Object.keys(filters).length === 0) return []
  return [lead({ filters: {} }, `Search for ${quoted(words)} in everything`)]
}

/** Puts words where screen readers say them as they come. */
function say(words: string): void {
  status.replaceChildren(...(words === '' ? [] : [paragraph(words)]))
}

function showNothingAsked(words = ''): void {
  say(words)
  answerPart.replaceChildren()
  showEverything(true)
}

function showFailure(): void {
  showNothingAsked(
    'The search could not be loaded. Try again in a moment, or look through the list of everything on this page.',
  )
}

/** The button moves down as results come in, so the focus goes to the first of them. */
async function showMore(
  { more, count }: Answer,
  list: HTMLOListElement,
  button: HTMLButtonElement,
): Promise<void> {
  try {
    const items = (await more(list.children.length)).map(resultItem)
    if (!list.isConnected) return
    list.append(...items)
    if (list.children.length >= count) button.remove()
    say(`Showing ${list.children.length} of ${count} results.`)
    items[0]?.querySelector('a')?.focus()
  } catch (error) {
    console.error(error)
    say('More results could not be loaded. Try again in a moment.')
  }
}

function questionInForm(): Question {
  const parameters = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') parameters.set(name, value)
  }
  return readQuestion(parameters.toString())
}

function askAgain(): void {
  const address = addressOf(questionInForm())
  // The same question again is no step to go back over.
  if (address !== `${location.pathname}${location.search}`) history.pushState(null, '', address)
  void run()
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  askAgain()
})
form.addEventListener('change', (event) => {
  if (event.target instanceof HTMLSelectElement) askAgain()
})
window.addEventListener('popstate', () => void run())
void run()

import { dayInLondon } from '../document/dates.ts'
import { pressRelease } from '../document/schemas.ts'
import { readId } from './ids.ts'
import type { Inventory } from './inventory.ts'
import { readDay, readMoment } from './moments.ts'
import { field, type Answers, type Question } from './questions.ts'
import { Refusal } from './refusal.ts'

/* Questions that several kinds of drafts have in common. */

const { shape } = pressRelease

/**
 * The question for the id. It never comes from the title, because a title may change and an
 * address may not.
 */
export function idQuestion(
  address: (id: string) => string,
  taken: (inventory: Inventory) => ReadonlyMap<string, { file: string }>,
  isPublication = false,
): Question {
  return {
    flag: 'id',
    asks: 'What is it about, in a few words that will not change? They become the address.',
    about: 'Small letters, digits and hyphens, such as new-bus-routes.',
    need: 'required',
    read: (id, _answers, inventory) => readId(id, taken(inventory), isPublication),
    reply: (id, { siteUrl }) => `The address will be ${siteUrl}${address(id)}`,
  }
}

export const title = field('title', 'title', shape.title, 'What is the title?')
export const summary = field(
  'summary',
  'summary',
  shape.summary,
  'What does it say, in one sentence?',
)

/** The language of what is written: the site's, unless a flag says otherwise. */
export const lang = field('lang', 'lang', shape.lang, 'Which language is it in?', {
  need: 'flag',
  initial: (_answers, { site }) => site.lang,
})

export const today = ({ now }: Inventory): string => dayInLondon(now)

/** A question for a day. */
export function dayQuestion(flag: string, asks: string, about: string): Question {
  return {
    flag,
    asks,
    about,
    need: 'offered',
    initial: (_answers, inventory) => today(inventory),
    read: readDay,
  }
}

const aMoment = 'A day and a time in London, such as “1 December 2026 at 00:01”'

/** Until when it is secret, when it goes out by itself, and the date that stands on it. */
export const moments: readonly Question[] = [
  field(
    'embargo',
    'embargoUntil',
    shape.embargoUntil,
    'Is there an embargo? Until when? Press Enter if there is none.',
    { about: `Nobody outside sees it before. ${aMoment}.`, read: toCome('embargoUntil') },
  ),
  field(
    'publish-at',
    'publishAt',
    shape.publishAt,
    'When is it to go out? Press Enter if that is not known yet.',
    {
      about: `${aMoment}; the end of the embargo when left out.`,
      initial: (answers) => answers.maybe('embargo'),
      read: (text, answers, inventory) => {
        const moment = toCome('publishAt')(text, answers, inventory)
        const embargo = answers.maybe('embargo')
        if (embargo === undefined || Date.parse(moment) >= Date.parse(embargo)) return moment
        throw new Refusal(
          'That is before the embargo ends.',
          `Write the end of the embargo or a later moment: ${embargo}.`,
        )
      },
    },
  ),
  {
    flag: 'published',
    asks: 'Which date is on it?',
    about: `${shape.published.description ?? ''} The day on which it goes out when left out.`,
    need: 'flag',
    initial: (answers, { now }) => {
      const moment = answers.maybe('publish-at')
      return dayInLondon(moment === undefined ? now : new Date(moment))
    },
    read: readDay,
  },
]

/** A moment that is past would publish at once what was meant to wait. */
function toCome(name: 'embargoUntil' | 'publishAt'): Question['read'] {
  const { read } = field('', name, shape[name], '')
  return (text, answers: Answers, inventory) => {
    const moment = read(readMoment(text), answers, inventory)
    if (Date.parse(moment) > inventory.now.getTime()) return moment
    throw new Refusal(`${moment} is past.`, 'Write a moment to come, or leave it out.')
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { madePdf, part } from '../attachments/made-up-pdf.ts'
import { openXmlPackage } from '../attachments/made-up-documents.ts'
import { release, rightFiles, type Files } from '../document/made-up-content.ts'

/*
 * Twenty made-up publications that become public at one moment, the beginning of a day in London's
 * summer: eight releases, four plans, two notes, a progress, a change, a correction, an added
 * format, a withdrawal, and an attached document. Each has a word that nobody else writes.
 */

export const moment = new Date('2031-05-06T00:00:00+01:00')

export interface Embargoed {
  what: string
  /** Its own word, which stands in each of its sentences. */
  word: string
  sentences: readonly string[]
  /** The addresses that it has once it is public. */
  addresses: readonly string[]
  /** Whether it is a release or a plan, which is written in every format. */
  isRecord: boolean
}

const kinds = ['press-release', 'statement', 'media-advisory', 'speech']

/** Each way in which a text can be kept back until the moment. */
const states = [
  'published: 2031-05-05\nstate: ready\npublishAt: 2031-05-06T00:00:00+01:00',
  'published: 2020-03-01\nstate: published\nembargoUntil: 2031-05-05T23:00:00Z',
  'published: 2031-05-06\nstate: published',
  'published: 2031-05-06\nstate: ready\npublishAt: 2031-05-06T00:00:00+01:00\nembargoUntil: 2031-05-05T23:00:00Z',
]

interface Words {
  word: string
  id: string
  title: string
  summary: string
  body: string
  end: string
}

const wordsOf = (word: string): Words => ({
  word,
  id: word.toLowerCase(),
  title: `${word} will be announced by nobody`,
  summary: `Nobody sums up what ${word} is about.`,
  body: `The first made-up sentence tells of ${word} alone.`,
  end: `At last ${word} is made up to the end.`,
})

const releases = [
  'Blorptangle',
  'Quimzaddle',
  'Frobwhistle',
  'Snarkbundle',
  'Twizzlepock',
  'Grumbletwist',
  'Plinthwobble',
  'Dronkfazzle',
].map(wordsOf)
const plans = ['Wumpledock', 'Yaffersnitch', 'Crindlemop', 'Jibberflank'].map(wordsOf)
const notes = ['Vexlepram', 'Oddlecrump'].map(wordsOf)

/** The last release has all that hangs on a release: a picture, documents, a person, a body, a topic. */
const [last] = releases.slice(-1)
const attached = 'Hoopscottle'

function releaseFile({ title, summary, word, body, end }: Words, index: number): string {
  const announced = plans[index]
  const note = notes[index - 4]
  const isLast = index === releases.length - 1
  const mark = note
    ? `<NoteMark note="${note.id}">made-up words</NoteMark> of ${word} have a note.\n\n`
    : ''
  return `---
title: ${title}
summary: ${summary}
kind: ${kinds[index % 4] ?? ''}
${states[index % 4] ?? ''}
from: [ministry-of-made-up-matters]
announces: [${announced?.id ?? ''}]
notes: [${note?.id ?? ''}]
${
  isLast
    ? `topics: [${attached.toLowerCase()}-topic]
mentions: [{ organisation: ${attached.toLowerCase()}-body }, { person: ${attached.toLowerCase()}-person }]
leadImage: { src: /images/${attached.toLowerCase()}.png, alt: "${attached} as nobody sees it" }
`
    : ''
}---

${body}

<Quotation person="made-up-person" roleAsStated="keeper of ${word}">
Made-Up Person, keeper of ${word}, said:

“Keep ${word} to yourself.”
</Quotation>

${mark}${isLast ? `See <DocumentLink document="${attached.toLowerCase()}-pdf">the ${attached} paper</DocumentLink> and <DocumentLink document="${attached.toLowerCase()}-word">its other form</DocumentLink>.\n\n` : ''}${end}
`
}

const planFile = ({ title, summary, body, end }: Words, index: number): string => `---
title: ${title}
summary: ${summary}
${states[index % 4] ?? ''}
announcedIn: ${releases[index]?.id ?? ''}
owner: { asStated: nobody }
actions:
  - id: only-action
    title: Only action
---

${body}

<Actions>
<Action id="only-action">
${end}
</Action>
</Actions>
`

const noteFile = ({ title, summary, body, end }: Words): string => `---
title: ${title}
summary: ${summary}
mark: "*"
refersTo: made-up words
---

${body} ${end}
`

const record = (address: string, { word, title, summary, body, end }: Words, what: string) => ({
  what,
  word,
  sentences: [title, summary, body, end],
  addresses: [`${address}${word.toLowerCase()}/`],
  isRecord: !address.startsWith('/notes'),
})

/** What happens on the day to texts that are public already. */
const later = [
  {
    word: 'Nubbinfrask',
    what: 'progress on an action',
    sentences: ['Nubbinfrask has come nearer.'],
    file: 'plan: made-up-plan\naction: first-action\nstatus: in progress\nsummary: Nubbinfrask has come nearer.\nby: { asStated: nobody }',
    type: 'progress',
    addresses: ['/action-plans/made-up-plan/'],
  },
  {
    word: 'Zagglewort',
    what: 'a change',
    sentences: ['Zagglewort was added.'],
    file: 'release: made-up-release\nsignificant: true\nsummary: Zagglewort was added.',
    type: 'change',
    addresses: ['/press-releases/made-up-release/'],
  },
  {
    word: 'Kerplinkle',
    what: 'a correction',
    sentences: ['It now says: “Kerplinkle”.'],
    file: 'release: made-up-release\nwhere: The end\nsaid: Nothing\nsays: Kerplinkle',
    type: 'correction',
    addresses: ['/press-releases/made-up-release/', '/corrections/'],
  },
]

export const embargoed: readonly Embargoed[] = [
  ...releases.map((each, index) =>
    record('/press-releases/', each, `${kinds[index % 4] ?? ''} with ${states[index % 4] ?? ''}`),
  ),
  ...plans.map((each, index) => record('/action-plans/', each, `plan with ${states[index] ?? ''}`)),
  ...notes.map((each) => record('/notes-to-editors/', each, 'note')),
  ...later.map((each) => ({ ...each, isRecord: false })),
  {
    word: 'Mugglethrop',
    what: 'a format that people made',
    sentences: ['New format: Mugglethrop film.'],
    addresses: ['/press-releases/made-up-release/', '/updates/'],
    isRecord: false,
  },
  {
    word: 'Labberquist',
    what: 'a withdrawal',
    sentences: ['Labberquist was the reason.'],
    addresses: ['/press-releases/second-release/'],
    isRecord: false,
  },
  {
    word: attached,
    what: 'documents and a picture, with whom and what they name',
    sentences: [
      `The ${attached} paper`,
      `${attached} as nobody sees it`,
      `${attached} stands in a file.`,
      `${attached} Person`,
      `Body of ${attached}`,
      `The topic of ${attached}`,
    ],
    addresses: [
      ...['people', 'organisations', 'topics'].map(
        (register) =>
          `/${register}/${attached.toLowerCase()}-${{ people: 'person', organisations: 'body', topics: 'topic' }[register] ?? ''}/`,
      ),
      `/documents/${attached.toLowerCase()}.pdf`,
      `/documents/${attached.toLowerCase()}.docx`,
      `/images/${attached.toLowerCase()}.png`,
    ],
    isRecord: false,
  },
]

const secondRelease = (withdrawal: string): string => `---
title: A second made-up announcement
summary: It is there to be withdrawn.
kind: statement
published: 2020-01-16
${withdrawal}
from: [council-of-nowhere]
---

It says nothing.
`

/** The site that is public before and after. */
export const publicFiles: Files = {
  ...rightFiles,
  'content/press-releases/second-release.mdx': secondRelease('state: published'),
}

const id = attached.toLowerCase()
const picture = join(import.meta.dirname, '../../specimens/content/images/specimen-pattern.png')

/** The same with all that is under embargo. */
export const allFiles: Files = {
  ...publicFiles,
  'content/press-releases/second-release.mdx': secondRelease(
    'state: withdrawn\nwithdrawn: { on: 2031-05-06, why: Labberquist was the reason. }',
  ),
  [release]: rightFiles[release].replace(
    'state: published',
    'state: published\nformats: [{ format: Mugglethrop film, href: "https://films.example/", madeBy: Nobody, added: 2031-05-06 }]',
  ),
  'content/people.yaml': `${rightFiles['content/people.yaml']}${id}-person:\n  name: ${attached} Person\n`,
  'content/organisations.yaml': `${rightFiles['content/organisations.yaml']}${id}-body:\n  name: Body of ${attached}\n  expansionGiven: false\n`,
  'content/topics.yaml': `${rightFiles['content/topics.yaml']}${id}-topic:\n  title: The topic of ${attached}\n  summary: All about ${attached}.\n`,
  'content/glossary.yaml': `${rightFiles['content/glossary.yaml']}- term: ${last?.word ?? ''}\n  meaning: the secret of ${attached}\n  source: Made up for a test.\n`,
  'content/documents.yaml': `${rightFiles['content/documents.yaml']}${id}-pdf:
  title: The ${attached} paper
  availability: on-this-site
  href: /documents/${id}.pdf
${id}-word:
  title: The ${attached} paper in Word
  availability: on-this-site
  href: /documents/${id}.docx
`,
  [`content/images/${id}.png`]: readFileSync(picture),
  [`content/documents/${id}.pdf`]: madePdf({
    title: `The ${attached} paper`,
    parts: [part('H1', `${attached} stands in a file.`)],
    catalogue: '/Lang(en-GB)',
  }),
  [`content/documents/${id}.docx`]: openXmlPackage({
    main: 'word/document.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    title: `The ${attached} paper`,
    language: 'en-GB',
    files: {
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${attached} stands in a file.</w:t></w:r></w:p></w:body></w:document>`,
    },
  }),
  ...Object.fromEntries(
    releases.map((each, index) => [
      `content/press-releases/${index % 2 === 0 ? '2031/' : ''}${each.id}.mdx`,
      releaseFile(each, index),
    ]),
  ),
  ...Object.fromEntries(
    plans.map((each, index) => [`content/action-plans/${each.id}.mdx`, planFile(each, index)]),
  ),
  ...Object.fromEntries(
    notes.map((each) => [`content/notes-to-editors/${each.id}.mdx`, noteFile(each)]),
  ),
  ...Object.fromEntries(
    later.map(({ type, file }) => [
      `content/updates/later-${type}.mdx`,
      `---\ntype: ${type}\non: 2031-05-06\n${file}\n---\n`,
    ]),
  ),
}

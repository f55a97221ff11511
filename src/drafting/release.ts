import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { momentInWords } from '../document/preview.ts'
import { pressRelease } from '../document/schemas.ts'
import { lookAndCommit, type Draft, type Kind } from './drafts.ts'
import type { Inventory } from './inventory.ts'
import { idQuestion, lang, moments, summary, title } from './publishing.ts'
import { field, known, yesNo, type Answers } from './questions.ts'
import { Refusal } from './refusal.ts'
import { mdx, type Hints } from './yaml.ts'

const { shape } = pressRelease

export const release: Kind = {
  about: 'A press release, a statement, a media advisory or a speech.',
  questions: [
    idQuestion(
      (id) => `/press-releases/${id}/`,
      ({ releases }) => releases,
      true,
    ),
    title,
    summary,
    field('kind', 'kind', shape.kind, 'What is it?', { initial: () => 'press-release' }),
    {
      flag: 'from',
      asks: 'Who publishes it?',
      about:
        'The id of a body in content/organisations.yaml; left out, the only one that has published before.',
      need: 'required',
      many: true,
      initial: (_answers, inventory) => onlyPublisher(inventory),
      read: (id, _answers, { organisations }) => known('body', id, organisations),
    },
    ...moments,
    {
      flag: 'topic',
      asks: 'What is it filed under?',
      about: 'The id of a topic in content/topics.yaml.',
      need: 'flag',
      many: true,
      read: (id, _answers, { topics }) => known('topic', id, topics),
    },
    lang,
    {
      flag: 'text',
      asks: 'Where is the text?',
      about: 'A file with the text in Markdown; without one, a placeholder marks its place.',
      need: 'flag',
      read: readableFile,
    },
    yesNo(
      'ready',
      'Is it ready?',
      'That it is approved and goes out by itself at its moment; needs --text, and --embargo or --publish-at.',
      { need: 'flag' },
    ),
  ],
  draft,
}

function draft(answers: Answers, inventory: Inventory): Draft {
  const id = answers.one('id')
  const file = `content/press-releases/${id}.mdx`
  const moment = answers.maybe('publish-at')
  const embargo = answers.maybe('embargo')
  const text = answers.maybe('text')
  const ready = answers.yes('ready')
  if (ready && (text === undefined || moment === undefined)) {
    throw new Refusal(
      'With --ready it would go out by itself, and its text or its moment is missing.',
      'Add --text FILE, and --embargo or --publish-at; or leave --ready out and write `state: ready` into the file later.',
    )
  }
  const fields = {
    title: answers.one('title'),
    summary: answers.one('summary'),
    kind: answers.one('kind'),
    lang: answers.one('lang'),
    published: answers.one('published'),
    publishAt: moment,
    embargoUntil: embargo,
    state: ready ? 'ready' : 'draft',
    from: answers.all('from'),
    topics: answers.all('topic').length > 0 ? answers.all('topic') : undefined,
  }
  const body = text === undefined ? '[Write the announcement here.]' : readFileSync(text, 'utf8')
  return {
    files: [{ file, text: mdx(fields, body.trim(), hintsOf(answers)) }],
    next: [
      `Its address will be ${inventory.siteUrl}/press-releases/${id}/`,
      ...(text === undefined ? [`Write the text into ${file}.`] : []),
      lookAndCommit,
      ...(embargo === undefined
        ? []
        : ['Until the embargo ends, push it to a private repository only.']),
      goesOut(ready, moment),
    ],
  }
}

function goesOut(ready: boolean, moment: string | undefined): string {
  if (moment === undefined)
    return 'It is a draft. When it is approved, write `state: published`, and the day on which it goes out at `published`.'
  const when = `goes out by itself on ${momentInWords(new Date(moment))}`
  if (ready) return `It ${when}.`
  return `It is a draft. When it is approved, write \`state: ready\`; it then ${when}.`
}

function hintsOf(answers: Answers): Hints {
  const topics = 'topics: [its-id] # what it is filed under, of content/topics.yaml'
  return {
    about: 'These can be said too. Take the # away and write what is so:',
    fields: [
      ...(answers.all('topic').length > 0 ? [] : [topics]),
      'documents: [its-id] # what it names, of content/documents.yaml',
      'mentions: [{ person: their-id, roleAsStated: the role in the words of the text }]',
      'contacts: [{ name: who answers, purpose: press, telephone: the number }]',
    ],
  }
}

/** The one body that has published before, when it is one. */
function onlyPublisher({ releases }: Inventory): string | undefined {
  const publishers = new Set([...releases.values()].flatMap(({ front }) => front?.from ?? []))
  const [one] = publishers
  return publishers.size === 1 ? one : undefined
}

/** npm runs its scripts in the project's folder and says in INIT_CWD where they were started. */
function readableFile(name: string): string {
  const path = resolve(process.env.INIT_CWD ?? '', name)
  if (existsSync(path)) return path
  throw new Refusal(`There is no file ${path}.`, 'Write the name of a text file.')
}

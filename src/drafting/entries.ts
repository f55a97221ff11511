import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ATTACHMENTS } from '../document/attachments.ts'
import { suggest } from '../document/problems.ts'
import * as schemas from '../document/schemas.ts'
import { withEntry } from './amend.ts'
import { changed, type Draft, type Kind } from './drafts.ts'
import type { Inventory } from './inventory.ts'
import { idQuestion } from './publishing.ts'
import { descriptionOf, field, known, yesNo } from './questions.ts'
import { Refusal } from './refusal.ts'
import type { Fields } from './yaml.ts'

/* What stands in the registers of content/ and not in a file of its own. */

type Register = 'people' | 'organisations' | 'topics' | 'documents'

const personShape = schemas.people.valueType.shape
const organisationShape = schemas.organisations.valueType.shape
const topicShape = schemas.topics.valueType.shape
const documentShape = schemas.documents.valueType.shape

export const person: Kind = {
  about: 'Somebody whom publications name. A role belongs to a publication and has no place here.',
  questions: [
    idOf('people'),
    field('name', 'name', personShape.name, 'What is the name?', {
      about: 'As the publications write it.',
    }),
    field(
      'lang',
      'lang',
      personShape.lang,
      'Which language is the name in, when another than the text? Press Enter if it is not.',
    ),
    field(
      'pronunciation',
      'pronunciation',
      personShape.pronunciation,
      'How is it spoken? Press Enter to leave that out.',
      { about: 'In letters that anybody can read aloud.' },
    ),
  ],
  draft: (answers, inventory) =>
    entry('people', answers.one('id'), inventory, {
      name: answers.one('name'),
      lang: answers.maybe('lang'),
      pronunciation: answers.maybe('pronunciation'),
    }),
}

export const organisation: Kind = {
  about: 'A body that publishes or is named.',
  questions: [
    idOf('organisations'),
    field('name', 'name', organisationShape.name, 'What is the name?', {
      about: 'As the publications write it.',
    }),
    field(
      'short',
      'shortAsStated',
      organisationShape.shortAsStated,
      'Which short form do the publications use? Press Enter if none.',
      { about: 'Such as HMIC or the Met.' },
    ),
    yesNo(
      'expansion-given',
      'Do the publications themselves spell the short form out?',
      descriptionOf(organisationShape.expansionGiven),
      { when: (answers) => answers.maybe('short') !== undefined },
    ),
    field(
      'url',
      'url',
      organisationShape.url,
      'Where is its own site? Press Enter to leave it out.',
    ),
  ],
  draft: (answers, inventory) =>
    entry('organisations', answers.one('id'), inventory, {
      name: answers.one('name'),
      shortAsStated: answers.maybe('short'),
      expansionGiven: answers.yes('expansion-given'),
      url: answers.maybe('url'),
    }),
}

export const topic: Kind = {
  about: 'What publications can be filed under; each topic has a page and feeds.',
  questions: [
    idOf('topics'),
    field('title', 'title', topicShape.title, 'What is it called?', {
      about: 'At most 80 characters.',
    }),
    field('summary', 'summary', topicShape.summary, 'What is it about, in one sentence?', {
      about: 'At most 160 characters.',
    }),
  ],
  draft: (answers, inventory) =>
    entry('topics', answers.one('id'), inventory, {
      title: answers.one('title'),
      summary: answers.one('summary'),
    }),
}

export const document: Kind = {
  about: 'A document that publications name: on this site, elsewhere, or not to be had at all.',
  questions: [
    idOf('documents'),
    field('title', 'title', documentShape.title, 'What is its title?', {
      about: 'At most 200 characters.',
    }),
    field('by', 'by', documentShape.by, 'Who published it? Press Enter to leave that out.', {
      read: (id, _answers, { organisations }) => known('body', id, organisations),
    }),
    {
      flag: 'file',
      asks: 'Which file of content/documents/ is it? Press Enter if it is not on this site.',
      about: 'The name of a file that is there already, such as report.pdf.',
      need: 'offered',
      read: (name, _answers, inventory) => attached(name, inventory),
    },
    field('elsewhere', 'href', documentShape.href, 'Where else is it? Press Enter if nowhere.', {
      when: (answers) => answers.maybe('file') === undefined,
    }),
    field('lang', 'lang', documentShape.lang, 'Which language is it in? Press Enter if unknown.'),
  ],
  draft: (answers, inventory) => {
    const id = answers.one('id')
    const file = answers.maybe('file')
    const elsewhere = answers.maybe('elsewhere')
    const isHere = file !== undefined
    const drafted = entry('documents', id, inventory, {
      title: answers.one('title'),
      by: answers.maybe('by'),
      availability: isHere ? 'on-this-site' : elsewhere ? 'elsewhere' : 'mentioned-only',
      href: isHere ? `/${ATTACHMENTS}/${file}` : elsewhere,
      lang: answers.maybe('lang'),
    })
    const link = `Name it in a text: <DocumentLink document="${id}">the words</DocumentLink>.`
    return { ...drafted, next: [link, ...drafted.next] }
  },
}

function idOf(register: Register) {
  const address = (id: string) => `/${register}/${id}/`
  const question = idQuestion(address, (inventory) => takenIn(register, inventory))
  if (register !== 'documents') return question
  // A document has a file with an address, and no page.
  const { flag, about, need, read } = question
  return { flag, asks: 'Under which id do texts name it?', about, need, read }
}

function takenIn(register: Register, inventory: Inventory): Map<string, { file: string }> {
  const file = `content/${register}.yaml`
  return new Map([...inventory[register].keys()].map((id) => [id, { file }]))
}

function entry(register: Register, id: string, inventory: Inventory, fields: Fields): Draft {
  const file = `content/${register}.yaml`
  return {
    files: [changed(file, (text) => withEntry(text, id, fields), inventory)],
    next: [`Texts can now name “${id}”. Run \`npm run check\`, and commit the file.`],
  }
}

function attached(name: string, { root }: Inventory): string {
  const folder = join(root, 'content', ATTACHMENTS)
  const names = existsSync(folder) ? readdirSync(folder) : []
  if (names.includes(name)) return name
  throw new Refusal(`There is no file content/${ATTACHMENTS}/${name}.`, suggest(name, names))
}

import { noteToEditors } from '../document/schemas.ts'
import { publicFrom } from '../document/states.ts'
import { changed, lookAndCommit, type Kind } from './drafts.ts'
import { inBody, inFrontMatter, partsOf, withItem } from './amend.ts'
import type { Inventory, Publication } from './inventory.ts'
import { idQuestion, lang, summary, title } from './publishing.ts'
import { field, type Answers } from './questions.ts'
import { Refusal } from './refusal.ts'
import { targetOf, targetQuestion, type Target } from './targets.ts'
import { mdx } from './yaml.ts'

const { shape } = noteToEditors

export const note: Kind = {
  about: 'A note to editors; it can serve several publications.',
  questions: [
    idQuestion(
      (id) => `/notes-to-editors/${id}/`,
      ({ notes }) => notes,
    ),
    title,
    summary,
    field('mark', 'mark', shape.mark, 'Which sign stands in the text?', {
      about: 'Such as * or 1, at most three signs.',
      initial: () => '*',
    }),
    field('refers-to', 'refersTo', shape.refersTo, 'Which words of the text does it hang on?'),
    {
      flag: 'words',
      asks: 'What does the note say? Press Enter to write it later.',
      about: 'One paragraph in Markdown; a placeholder marks its place when left out.',
      need: 'offered',
      read: (text) => text,
    },
    {
      ...targetQuestion(
        'In which publication is it? Press Enter to set its mark later.',
        '',
        false,
      ),
      flag: 'in',
      need: 'offered',
      many: true,
    },
    lang,
  ],
  draft: (answers, inventory) => {
    const id = answers.one('id')
    const file = `content/notes-to-editors/${id}.mdx`
    const words = answers.maybe('words')
    const fields = {
      title: answers.one('title'),
      summary: answers.one('summary'),
      lang: answers.one('lang'),
      mark: answers.one('mark'),
      refersTo: answers.one('refers-to'),
    }
    const carriers = carriersOf(answers, inventory)
    const isMarked = carriers.length > 0
    return {
      files: [
        { file, text: mdx(fields, words ?? '[Write the note here.]') },
        ...carriers.map(({ file }) =>
          changed(file, (text) => withMark(text, id, fields.refersTo), inventory),
        ),
      ],
      next: [
        `Its address will be ${inventory.siteUrl}/notes-to-editors/${id}/, once a public text carries it.`,
        ...(words === undefined ? [`Write the note into ${file}.`] : []),
        ...(isMarked
          ? []
          : [
              `Add ${id} to \`notes\` of the publication, and put <NoteMark note="${id}"> and </NoteMark> round “${fields.refersTo}” in its text.`,
            ]),
        lookAndCommit,
      ],
    }
  },
}

/**
 * The publications that carry the note: those that were named, and the releases that show a plan
 * among them, because they show its marks too.
 * @throws {Refusal} when the words of the note are not in one place of them
 */
function carriersOf(answers: Answers, inventory: Inventory): Publication[] {
  const targets = answers.all('in').map((text) => targetOf(text, inventory))
  if (targets.length === 0) return []
  const refersTo = answers.one('refers-to')
  const marked = targets.filter(({ publication }) => {
    const count = partsOf(inventory.textOf(publication.file)).body.split(refersTo).length - 1
    if (count <= 1) return count === 1
    throw byHand(`“${refersTo}” stands ${count} times in ${publication.file}.`)
  })
  if (marked.length === 0) {
    throw byHand(
      `“${refersTo}” stands nowhere in ${targets.map(({ publication }) => publication.file).join(', ')}.`,
    )
  }
  const cleared = targets.find(({ front }) => publicFrom(front) !== undefined)
  if (cleared && answers.maybe('words') === undefined) {
    throw new Refusal(
      `“${cleared.publication.id}” is public or cleared to be, and the note has no words yet.`,
      'Give its words (--words), or leave --in out until they are written.',
    )
  }
  const carriers = new Set(targets.map(({ publication }) => publication))
  for (const release of targets.flatMap((target) => showing(target, inventory)))
    carriers.add(release)
  return [...carriers]
}

const byHand = (what: string) =>
  new Refusal(what, 'Write more of the words, or leave --in out and set the mark by hand.')

/** The releases that show a plan. */
function showing({ field, publication }: Target, { releases, textOf }: Inventory): Publication[] {
  if (field !== 'plan') return []
  return [...releases.values()].filter(({ file }) =>
    textOf(file).includes(`<Actions plan="${publication.id}"`),
  )
}

/** A publication with the note in its list and, where it has the words, the mark round them. */
function withMark(text: string, id: string, words: string): string {
  const listed = inFrontMatter(text, (yaml) => withItem(yaml, 'notes', id))
  const marked = `<NoteMark note="${id}">${words}</NoteMark>`
  return inBody(listed, (body) => body.replace(words, () => marked))
}

import { madeFormat } from '../document/schemas.ts'
import { changed, lookAndCommit, type Kind } from './drafts.ts'
import { inFrontMatter, withItem } from './amend.ts'
import { dayQuestion } from './publishing.ts'
import { descriptionOf, field } from './questions.ts'
import { targetOf, targetQuestion } from './targets.ts'

const { shape } = madeFormat
const checkedShape = shape.checked.unwrap().shape

export const format: Kind = {
  about: 'What people made of a publication, such as a film in sign language.',
  questions: [
    targetQuestion('Of which publication?', 'add to', false),
    field('format', 'format', shape.format, 'What is it?'),
    field('href', 'href', shape.href, 'Where is it?'),
    field('made-by', 'madeBy', shape.madeBy, 'Who made it?'),
    dayQuestion('added', 'From which day can it be had?', descriptionOf(shape.added)),
    field(
      'checked-how',
      'how',
      checkedShape.how,
      'How was it checked? Press Enter if it was not.',
      { need: 'offered', about: 'Such as: watched by a person who signs.' },
    ),
    {
      ...dayQuestion('checked-on', 'On which day was it checked?', descriptionOf(checkedShape.on)),
      when: (answers) => answers.maybe('checked-how') !== undefined,
    },
  ],
  draft: (answers, inventory) => {
    const { publication, address, front } = targetOf(answers.one('target'), inventory)
    const how = answers.maybe('checked-how')
    const added = answers.one('added')
    const made = {
      format: answers.one('format'),
      href: answers.one('href'),
      madeBy: answers.one('made-by'),
      added,
      checked: how === undefined ? undefined : { on: answers.one('checked-on'), how },
    }
    const change = (text: string) => inFrontMatter(text, (yaml) => withItem(yaml, 'formats', made))
    return {
      files: [changed(publication.file, change, inventory)],
      next: [
        `It will be offered at ${inventory.siteUrl}${address}`,
        added > front.published
          ? 'Feeds and /updates/ tell of it by themselves.'
          : 'It comes with the publication, so feeds do not tell of it apart.',
        lookAndCommit,
      ],
    }
  },
}

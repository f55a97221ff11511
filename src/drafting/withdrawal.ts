import { pressRelease } from '../document/schemas.ts'
import { changed, lookAndCommit, type Kind } from './drafts.ts'
import { inFrontMatter, withField, withValue } from './amend.ts'
import { field } from './questions.ts'
import { Refusal } from './refusal.ts'
import { targetOf, targetQuestion } from './targets.ts'
import { happened } from './updates.ts'

const { shape } = pressRelease.shape.withdrawn.unwrap()

export const withdrawal: Kind = {
  about: 'Takes a published text back: it stays readable under its notice and leaves the lists.',
  questions: [
    targetQuestion('Which text is withdrawn?', 'withdraw', true),
    field('why', 'why', shape.why, 'Why, for readers?'),
    field(
      'replaced-by',
      'replacedBy',
      shape.replacedBy,
      'What replaces it? Press Enter if nothing does.',
    ),
    ...happened,
  ],
  draft: (answers, inventory) => {
    const { publication, address, front } = targetOf(answers.one('target'), inventory)
    if (front.state === 'withdrawn') {
      throw new Refusal(`“${publication.id}” is withdrawn already.`, `See ${publication.file}.`)
    }
    const withdrawn = {
      on: answers.one('on'),
      at: answers.maybe('at'),
      why: answers.one('why'),
      replacedBy: answers.maybe('replaced-by'),
    }
    const change = (yaml: string) =>
      withField(withValue(yaml, 'state', 'withdrawn'), 'withdrawn', withdrawn, 'state')
    return {
      files: [changed(publication.file, (text) => inFrontMatter(text, change), inventory)],
      next: [`It keeps its address: ${inventory.siteUrl}${address}`, lookAndCommit],
    }
  },
}

import { actionPlan } from '../document/schemas.ts'
import { publicFrom } from '../document/states.ts'
import { changed, lookAndCommit, type Draft, type Kind } from './drafts.ts'
import { inFrontMatter, withItem } from './amend.ts'
import type { Inventory } from './inventory.ts'
import { idQuestion, lang, summary, title } from './publishing.ts'
import { descriptionOf, field, known, yesNo, type Answers } from './questions.ts'
import { Refusal } from './refusal.ts'
import { frontOf, roleOf, roleQuestion } from './targets.ts'
import { mdx } from './yaml.ts'

const { shape } = actionPlan
const actionShape = shape.actions.element.shape
const idOfAction = field('action', 'id', actionShape.id, '')
const titleOfAction = field('action', 'title', actionShape.title, '')

export const plan: Kind = {
  about: 'An action plan: what was promised, action by action.',
  questions: [
    idQuestion(
      (id) => `/action-plans/${id}/`,
      ({ plans }) => plans,
      true,
    ),
    title,
    summary,
    {
      flag: 'announced-in',
      asks: 'Which press release announces it?',
      about: descriptionOf(shape.announcedIn),
      need: 'required',
      read: (id, _answers, { releases }) => {
        known('press release', id, releases)
        return id
      },
    },
    roleQuestion('owner', 'Who answers for the plan?'),
    {
      flag: 'action',
      asks: 'What are the actions? Write the first one as “id: title”.',
      about: 'The id is part of an address and never changes; the title is a short handle.',
      need: 'required',
      many: true,
      read: readAction,
    },
    lang,
    yesNo(
      'announce',
      'Add the plan to the press release?',
      'Adds it to `announces` of the release, while that is not public or cleared to be.',
      {
        when: (answers, inventory) => isOpen(answers.one('announced-in'), inventory),
        initial: () => 'yes',
      },
    ),
  ],
  draft,
}

function draft(answers: Answers, inventory: Inventory): Draft {
  const id = answers.one('id')
  const announcedIn = answers.one('announced-in')
  const actions = answers.all('action').map(partsOf)
  const doubled = actions.find(
    (each, index) => actions.findIndex(({ id }) => id === each.id) < index,
  )
  if (doubled) throw new Refusal(`Two actions have the id “${doubled.id}”.`, 'Rename one.')
  const release = inventory.releases.get(announcedIn)
  if (!release) throw new Refusal(`There is no press release “${announcedIn}”.`, '')
  const { published, publishAt, embargoUntil } = frontOf(release)
  const file = `content/action-plans/${id}.mdx`
  const fields = {
    title: answers.one('title'),
    summary: answers.one('summary'),
    lang: answers.one('lang'),
    // A plan goes out with its release.
    ...{ published, publishAt, embargoUntil },
    state: 'draft',
    announcedIn,
    owner: roleOf(answers.one('owner'), inventory),
    actions,
  }
  const commitments = actions.map(
    (action) =>
      `<Action id="${action.id}">\n[Write the commitment here, in the words of the release.]\n</Action>\n`,
  )
  const body = `[Write here what the plan is about.]\n\n<Actions>\n${commitments.join('\n')}</Actions>`
  const isAnnounced = answers.yes('announce')
  const announcing = changed(
    release.file,
    (text) => inFrontMatter(text, (yaml) => withItem(yaml, 'announces', id)),
    inventory,
  )
  return {
    files: [{ file, text: mdx(fields, body, hints) }, ...(isAnnounced ? [announcing] : [])],
    next: [
      `Its address will be ${inventory.siteUrl}/action-plans/${id}/`,
      `Write the commitments into ${file}, and <Actions plan="${id}" /> where the release shows them.`,
      lookAndCommit,
      isAnnounced
        ? 'Plan and release go out together: give both the same `state`.'
        : `It is a draft. When it is approved, write \`state: published\`, and add it to \`announces\` in ${release.file}.`,
    ],
  }
}

const hints = {
  about: 'An action can also say by when, and who takes part: under its title, without the #.',
  fields: [
    '    due: { asStated: the date in the words of the release }',
    '    involves: [{ asStated: who takes part, in the words of the release }]',
  ],
}

const ACTION = /^(?<id>\S+?): *(?<title>.+)$/

function readAction(text: string, answers: Answers, inventory: Inventory): string {
  if (!ACTION.test(text)) {
    throw new Refusal(
      `“${text}” is not an id and a title.`,
      'Write them with a colon between: new-buses: More buses.',
    )
  }
  const { id, title } = partsOf(text)
  idOfAction.read(id, answers, inventory)
  titleOfAction.read(title, answers, inventory)
  return text
}

function partsOf(action: string): { id: string; title: string } {
  const { id = '', title = '' } = ACTION.exec(action)?.groups ?? {}
  return { id, title }
}

/** Whether a release is neither public nor cleared to be: a plan that is a draft can be added. */
function isOpen(id: string, { releases }: Inventory): boolean {
  const front = releases.get(id)?.front
  return front !== undefined && publicFrom(front) === undefined
}

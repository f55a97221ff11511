import { timeInLondon } from '../document/dates.ts'
import { update } from '../document/schemas.ts'
import { lookAndCommit, type Draft, type Kind } from './drafts.ts'
import type { Inventory } from './inventory.ts'
import { dayQuestion, today } from './publishing.ts'
import { descriptionOf, field, known, yesNo, type Answers, type Question } from './questions.ts'
import { Refusal } from './refusal.ts'
import { frontOf, mustBePublic, roleOf, roleQuestion, targetOf, targetQuestion } from './targets.ts'
import { mdx, type Fields } from './yaml.ts'

const [{ shape: progressShape }, { shape: changeShape }, { shape: correctionShape }] =
  update.options

/** When it happened. The time is the present one today: an update is later than its publication. */
export const happened: readonly Question[] = [
  dayQuestion('on', 'On which day?', descriptionOf(progressShape.on)),
  field('at', 'at', progressShape.at, 'At what time?', {
    need: 'flag',
    initial: (answers, inventory) =>
      answers.maybe('on') === today(inventory) ? timeInLondon(inventory.now) : undefined,
  }),
]

export const progress: Kind = {
  about: 'What has become of an action of a plan.',
  questions: [
    {
      flag: 'plan',
      asks: 'Of which action plan?',
      about: descriptionOf(progressShape.plan),
      need: 'required',
      initial: (_answers, { plans }) => (plans.size === 1 ? [...plans.keys()][0] : undefined),
      read: (id, _answers, inventory) => {
        known('action plan', id, inventory.plans)
        mustBePublic(targetOf(`action-plans/${id}`, inventory).publication, 'report on', inventory)
        return id
      },
    },
    {
      flag: 'action',
      asks: 'Which action?',
      about: descriptionOf(progressShape.action),
      need: 'required',
      choices: actionsOf,
      read: (id, answers, inventory) => {
        const actions = actionsOf(answers, inventory)
        if (answers.maybe('plan') === undefined) return id
        return known('action', id, new Map(actions.map(({ answer }) => [answer, true])))
      },
    },
    field('status', 'status', progressShape.status, 'How far is it?', {
      about: `One of: ${progressShape.status.options.join('; ')}.`,
    }),
    field('summary', 'summary', progressShape.summary, 'What happened, in one or two sentences?', {
      about: 'At most 300 characters.',
    }),
    roleQuestion('by', 'Who says so?'),
    {
      flag: 'evidence',
      asks: 'Where can readers see that for themselves? Press Enter if nowhere.',
      about: 'What it is and its address, as “The minutes: https://…”.',
      need: 'offered',
      many: true,
      read: (text, answers, inventory) => {
        const { label, url } = evidenceOf(text)
        labelOfEvidence.read(label, answers, inventory)
        addressOfEvidence.read(url, answers, inventory)
        return text
      },
    },
    ...happened,
  ],
  draft: (answers, inventory) => {
    const evidence = answers.all('evidence').map(evidenceOf)
    return draft('progress', answers, inventory, answers.one('plan'), {
      plan: answers.one('plan'),
      action: answers.one('action'),
      status: answers.one('status'),
      summary: answers.one('summary'),
      evidence: evidence.length > 0 ? evidence : undefined,
      by: roleOf(answers.one('by'), inventory),
    })
  },
}

export const change: Kind = {
  about: 'Words of a published text that were changed; what was wrong is a correction.',
  questions: [
    targetQuestion('Which text was changed?', 'tell of', true),
    yesNo(
      'minor',
      'Is it minor: do the words mean the same as before?',
      descriptionOf(changeShape.minor),
    ),
    field('reason', 'reason', changeShape.reason, 'Why was it changed?', {
      need: 'required',
      when: (answers) => answers.yes('minor'),
    }),
    field('summary', 'summary', changeShape.summary, 'What changed, for readers?', {
      need: 'required',
      when: (answers) => !answers.yes('minor'),
    }),
    yesNo(
      'significant',
      'Should readers be told, in the feeds and lists?',
      descriptionOf(changeShape.significant),
      { when: (answers) => !answers.yes('minor'), initial: () => 'yes' },
    ),
    ...happened,
  ],
  draft: (answers, inventory) => {
    const { field, publication } = targetOf(answers.one('target'), inventory)
    const drafted = draft('change', answers, inventory, publication.id, {
      [field]: publication.id,
      ...(answers.yes('minor')
        ? { minor: true, reason: answers.one('reason') }
        : { significant: answers.yes('significant'), summary: answers.one('summary') }),
    })
    if (answers.yes('significant')) return drafted
    return { ...drafted, next: ['It will stand in the history of the text alone.', lookAndCommit] }
  },
}

export const correction: Kind = {
  about: 'Something that a published text said wrongly; it stands at the top of the text.',
  questions: [
    targetQuestion('Which text was wrong?', 'correct', true),
    field('where', 'where', correctionShape.where, 'Which part of it was wrong?'),
    field('said', 'said', correctionShape.said, 'What did it say?'),
    field('says', 'says', correctionShape.says, 'What does it say now?'),
    field(
      'why',
      'why',
      correctionShape.why,
      'How did that come about? Press Enter to leave it out.',
    ),
    ...happened,
  ],
  draft: (answers, inventory) => {
    const { field, publication } = targetOf(answers.one('target'), inventory)
    const drafted = draft('correction', answers, inventory, publication.id, {
      [field]: publication.id,
      where: answers.one('where'),
      said: answers.one('said'),
      says: answers.one('says'),
      why: answers.maybe('why'),
    })
    return { ...drafted, next: [`Correct the words in ${publication.file} too.`, ...drafted.next] }
  },
}

/** The file of an update. Its name is no address, so it is made from what the update is. */
function draft(
  type: string,
  answers: Answers,
  { updates, siteUrl }: Inventory,
  about: string,
  fields: Fields,
): Draft {
  const on = answers.one('on')
  const name = `${on}-${about}-${type}`
  let id = name
  for (let number = 2; updates.has(id); number++) id = `${name}-${number}`
  const file = `content/updates/${id}.mdx`
  return {
    files: [{ file, text: mdx({ type, on, at: answers.maybe('at'), ...fields }, '') }],
    next: [`It will stand at the publication and in ${siteUrl}/updates/`, lookAndCommit],
  }
}

const evidenceShape = progressShape.evidence.unwrap().element.shape
const labelOfEvidence = field('', 'label', evidenceShape.label, '')
const addressOfEvidence = field('', 'url', evidenceShape.url, '')

function evidenceOf(text: string): { label: string; url: string } {
  const { label, url } = /^(?<label>.+?):? +(?<url>\S+:\/\/\S*)$/.exec(text)?.groups ?? {}
  if (label !== undefined && url !== undefined) return { label, url }
  throw new Refusal(
    `“${text}” is not what it is and its address.`,
    'Write them with a colon between: The minutes: https://….',
  )
}

function actionsOf(answers: Answers, { plans }: Inventory) {
  const plan = plans.get(answers.one('plan'))
  return plan ? frontOf(plan).actions.map(({ id, title }) => ({ answer: id, words: title })) : []
}

import { suggest, type Problems } from './problems.ts'
import type { ActionPlan } from './schemas.ts'
import type { StructuredData } from './structured-data.ts'
import type { NodeOf } from './vocabulary.ts'

/**
 * A plan has its actions twice: what is known of each in the front matter, and its commitment in
 * the text. Both must name the same actions in the same order.
 */
export function matchActions(
  { value, place }: StructuredData<ActionPlan>,
  commitments: readonly NodeOf<'commitment'>[],
  problems: Problems,
): void {
  const written = commitments.map(({ id }) => id)
  const listed = value.actions.map(({ id }) => id)
  const near = (id: string, candidates: string[], otherwise: string) =>
    candidates.length > 0 ? suggest(id, candidates) : otherwise
  value.actions.forEach(({ id }, index) => {
    if (listed.indexOf(id) !== index) {
      problems.error(
        place('actions', index, 'id'),
        `Two actions have the id “${id}”.`,
        'Rename one.',
      )
    } else if (!written.includes(id)) {
      problems.error(
        place('actions', index, 'id'),
        `The text has no <Action id="${id}"> with the words of the commitment.`,
        near(
          id,
          written.filter((each) => !listed.includes(each)),
          'Write it between <Actions> and </Actions>.',
        ),
      )
    }
  })
  const sameIds = written.toSorted().join() === listed.toSorted().join()
  const outOfOrder = sameIds ? written.findIndex((id, index) => id !== listed[index]) : -1
  commitments.forEach(({ id, place: here }, index) => {
    if (written.indexOf(id) !== index) {
      problems.error(here ?? place(), `Two <Action> have the id “${id}”.`, 'Rename one.')
    } else if (!listed.includes(id)) {
      problems.error(
        here ?? place(),
        `\`actions\` in the front matter has no “${id}”.`,
        near(
          id,
          listed.filter((each) => !written.includes(each)),
          'Add it there, or take these words out.',
        ),
      )
    } else if (index === outOfOrder) {
      problems.error(
        here ?? place(),
        `“${id}” stands in another order than in the front matter.`,
        'Put both into the same order: it numbers the actions.',
      )
    }
  })
}

import { RequestStore, type StoredRequest } from '../store.ts'
import { csv } from './csv.ts'
import { DeskError, type Answer, type Asked, type Desk } from './desk.ts'
import { table } from './table.ts'
import { dayWords, recordOf, several, stateOf, stateWords, type State } from './words.ts'

const URGENT: readonly State[] = ['overdue', 'due today']

/** `list`: requests, those that nobody has answered unless something else is asked for. */
export async function list(desk: Desk, asked: Asked): Promise<Answer> {
  const store = new RequestStore(await desk.database())
  const everything = asked.flag('all') || asked.flag('answered')
  if (everything && (asked.flag('due') || asked.flag('overdue'))) {
    throw new DeskError('What is due has no answer yet: leave --all and --answered out.', 2)
  }
  const stored = everything ? await store.all() : await store.unanswered()
  const found = stored.filter((request) => isWanted(request, desk, asked))
  return {
    data: found.map((each) => ({ ...recordOf(each), state: stateOf(each, desk.today) })),
    text: asked.flag('csv') ? csv(columns, found.map(cellsOf)) : show(),
    ...(found.length === 0 && { advice: 'No request to show.' }),
  }

  function show(): string {
    if (found.length === 0) return ''
    const rows = found.map((request) => {
      const isUrgent = URGENT.includes(stateOf(request, desk.today))
      const page = request.page_title === '' ? request.page : request.page_title
      return {
        cells: [
          request.reference,
          desk.isTerminal ? dayWords(request.due_on) : request.due_on,
          stateWords(request, desk.today),
          request.format,
          desk.isTerminal ? page : request.page,
        ],
        colour: isUrgent ? ('red' as const) : undefined,
      }
    })
    const shown = table(desk, ['Reference', 'Due', 'State', 'Format', 'Page'], rows)
    return desk.isTerminal ? `${shown}${several(found.length, 'request')}\n` : shown
  }

  function cellsOf(request: StoredRequest): readonly string[] {
    const record = { ...request, state: stateOf(request, desk.today) }
    return columns.map((column) => record[column] ?? '')
  }
}

const columns = [
  'reference',
  'state',
  'received_at',
  'due_on',
  'answered_at',
  'format',
  'other_format',
  'page',
  'page_title',
  'signals',
] as const

function isWanted(request: StoredRequest, { today }: Desk, asked: Asked): boolean {
  if (asked.flag('suspect') && request.signals === '') return false
  if (asked.flag('answered') && !asked.flag('all') && request.answered_at === null) return false
  if (!asked.flag('due') && !asked.flag('overdue')) return true
  const state = stateOf(request, today)
  const isDue = state === 'due today' || state === 'due next'
  return (asked.flag('overdue') && state === 'overdue') || (asked.flag('due') && isDue)
}

import { closeSync, openSync, writeSync } from 'node:fs'
import { Records, requestsOf } from '../records.ts'
import { RequestStore, type StoredRequest } from '../store.ts'
import { csv } from './csv.ts'
import type { Answer, Asked, Desk } from './desk.ts'
import { DeskError } from './desk.ts'
import { nobody } from './erase.ts'
import { refuseToOverwrite } from './files.ts'
import { toJson } from './printable.ts'
import { progress } from './progress.ts'
import { recordOf, several } from './words.ts'

/** `export`: everything that is stored, or everything of one person, with notes and mail. */
export async function exportRequests(desk: Desk, asked: Asked): Promise<Answer> {
  const database = await desk.database()
  const records = new Records(database)
  const email = asked.option('email')
  const all = await new RequestStore(database).all()
  const wanted = email === undefined ? all : requestsOf(email, all)
  if (email !== undefined && wanted.length === 0) throw nobody(email)
  const notes = Map.groupBy(await records.notes(), ({ reference }) => reference)
  const mail = Map.groupBy(await records.mail(), ({ reference }) => reference)
  const full = wanted.map((request) => ({
    ...recordOf(request),
    notes: (notes.get(request.reference) ?? []).map(({ written_at, text }) => ({
      written_at,
      text,
    })),
    mail: (mail.get(request.reference) ?? []).map(({ kind, created_at, attempts, sent_at }) => ({
      kind,
      created_at,
      attempts,
      sent_at,
    })),
  }))
  const data = { exported_at: desk.now.toISOString(), requests: full }
  const [file] = asked.words
  if (file === undefined) {
    return { data, text: asked.flag('csv') ? [...csvPieces(full)].join('') : toJson(data) }
  }

  const bar = progress(desk.messages, 'Writing')
  const pieces = asked.flag('csv') ? csvPieces(full) : jsonPieces(data)
  const output = openNew(file)
  try {
    let done = 0
    for (const piece of pieces) {
      writeSync(output, piece)
      bar.step(++done, full.length)
    }
  } finally {
    closeSync(output)
    bar.end()
  }
  return {
    data: { file, requests: full.length },
    text: `Wrote ${several(full.length, 'request')} to ${file}. Only you can read the file; delete it when it has served.\n`,
  }
}

/** A new file that nobody else can read. */
function openNew(file: string): number {
  refuseToOverwrite(file)
  try {
    return openSync(file, 'wx', 0o600)
  } catch (error) {
    throw new DeskError(`The file cannot be written: ${String(error)}`, 1)
  }
}

interface Exported extends Omit<StoredRequest, 'submission_key' | 'signals'> {
  readonly signals: readonly string[]
  readonly notes: readonly { written_at: string; text: string }[]
  readonly mail: readonly { kind: string; created_at: string; sent_at: string | null }[]
}

const columns = [
  'reference',
  'received_at',
  'due_on',
  'answered_at',
  'page',
  'page_title',
  'format',
  'other_format',
  'assistive_technology',
  'details',
  'name',
  'email',
  'telephone',
  'postal_address',
] as const

function* csvPieces(requests: readonly Exported[]): Generator<string> {
  yield csv([...columns, 'signals', 'notes', 'mail'], [])
  for (const request of requests) {
    const notes = request.notes.map(({ written_at, text }) => `${written_at} ${text}`)
    const mail = request.mail.map(({ kind, sent_at }) => `${kind} ${sent_at ?? 'not sent'}`)
    yield csv(undefined, [
      [
        ...columns.map((column) => request[column] ?? ''),
        request.signals.join(', '),
        notes.join('\n'),
        mail.join('\n'),
      ],
    ])
  }
}

/** The JSON that `toJson` would write, one request at a time. */
function* jsonPieces(data: { exported_at: string; requests: readonly Exported[] }) {
  yield `{"exported_at": ${JSON.stringify(data.exported_at)}, "requests": [\n`
  for (const [index, request] of data.requests.entries()) {
    yield `${index === 0 ? '' : ','}${toJson(request)}`
  }
  yield ']}\n'
}

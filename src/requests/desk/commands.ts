import { backup } from './backup.ts'
import type { Answer, Asked, Desk } from './desk.ts'
import { doctor } from './doctor.ts'
import { erase } from './erase.ts'
import { exportRequests } from './export.ts'
import { ledger } from './ledger.ts'
import { list } from './list.ts'
import { mailTest, outbox, retry } from './mail.ts'
import { answered, note, notSpam } from './marks.ts'
import { purge } from './purge.ts'
import { reply } from './reply.ts'
import { restore } from './restore.ts'
import { show } from './show.ts'
import { stats } from './stats.ts'

export interface Command {
  /** What has to be typed after the name, such as REF; what may be left out stands in [ ]. */
  readonly words?: string
  readonly about: string
  readonly options?: Readonly<Record<string, Option>>
  readonly run: (desk: Desk, asked: Asked) => Promise<Answer>
}

export interface Option {
  readonly about: string
  /** What stands after it, such as DAY; nothing when left out. */
  readonly value?: string
}

const csv = { csv: { about: 'as CSV, for a spreadsheet' } }
const person = { email: { value: 'ADDRESS', about: 'all requests of the person with this e-mail' } }

/** Every command takes `--json` and `--help` besides. */
export const commands: Readonly<Record<string, Command>> = {
  list: {
    about: 'List the requests that nobody has answered.',
    options: {
      due: { about: 'due today or on the next working day' },
      overdue: { about: 'past the day that was promised' },
      suspect: { about: 'only possible spam' },
      answered: { about: 'only those that were answered' },
      all: { about: 'answered ones too' },
      ...csv,
    },
    run: list,
  },
  show: { words: 'REF', about: 'Show all that is known about a request.', run: show },
  reply: { words: 'REF', about: 'Write a draft of the answer.', run: reply },
  answered: {
    words: 'REF',
    about: 'Mark a request as answered.',
    options: {
      on: { value: 'DAY', about: 'on an earlier day, such as 2016-11-25' },
      undo: { about: 'take the mark off again' },
    },
    run: answered,
  },
  note: { words: 'REF TEXT…', about: 'Write something down about a request.', run: note },
  'not-spam': { words: 'REF', about: 'Say that a request is not spam.', run: notSpam },
  outbox: { about: 'List the mail that has not been sent.', run: outbox },
  retry: { about: 'Make all unsent mail due now.', run: retry },
  'mail-test': { about: 'Send a test mail to REQUESTS_TO.', run: mailTest },
  stats: { about: 'Count requests by format, without pointing at anybody.', run: stats },
  ledger: {
    words: '[FILE]',
    about: 'Write those counts to content/format-requests.yaml.',
    options: { stdout: { about: 'print them instead' } },
    run: ledger,
  },
  purge: {
    about: 'Delete the requests that were answered 90 days ago.',
    options: { 'dry-run': { about: 'only say which' } },
    run: purge,
  },
  erase: {
    words: '[REF]',
    about: 'Erase a request, or all of one person.',
    options: { ...person, yes: { about: 'do not ask' } },
    run: erase,
  },
  export: {
    words: '[FILE]',
    about: 'Write everything out, as JSON or CSV.',
    options: { ...person, ...csv },
    run: exportRequests,
  },
  backup: { words: 'FILE', about: 'Copy the database while it is used.', run: backup },
  restore: {
    words: 'FILE',
    about: 'Check a backup, and say how to put it in place.',
    options: { check: { about: 'has to be written: nothing is put in place' } },
    run: restore,
  },
  doctor: {
    about: 'Look for what keeps requests from being stored or answered.',
    options: { mail: { about: 'speak to the mail server too' } },
    run: doctor,
  },
}

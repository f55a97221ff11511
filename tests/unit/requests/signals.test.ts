import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clean } from '../../../src/requests/clean.ts'
import type { RawForm } from '../../../src/requests/read-form.ts'
import { signalsOf } from '../../../src/requests/signals.ts'
import type { Signal } from '../../../src/requests/submission.ts'
import type { TokenJudgement } from '../../../src/requests/token.ts'
import { rawForm } from './submissions.ts'

const LINKS = 'https://a.made-up.example http://www.b.made-up.example WWW.c.made-up.example'

const table: [what: string, typed: Partial<RawForm>, token: TokenJudgement, signals: Signal[]][] = [
  ['an ordinary request', { details: 'Please, by post.' }, 'good', []],
  ['a filled trap', { leave_empty: 'x' }, 'good', ['trap']],
  ['a blank in the trap', { leave_empty: ' ' }, 'good', []],
  ['a form that came back at once', {}, 'too-fast', ['too-fast']],
  ['a form without our token', {}, 'bad', ['bad-token']],
  ['two links', { details: 'http://www.a.made-up.example www.b.made-up.example' }, 'good', []],
  ['three links', { details: LINKS }, 'good', ['many-links']],
  [
    'three links in three fields',
    { details: 'http://a', name: 'HTTPS://b', postal_address: 'www.c' },
    'good',
    ['many-links'],
  ],
  ['links as the page that is needed', { page: LINKS }, 'good', []],
  ['a word with dots', { details: 'awww... ewww... awww... http' }, 'good', []],
  [
    'links with something invisible in them',
    { details: LINKS.replaceAll('w', 'w\u200B') },
    'good',
    ['many-links'],
  ],
  ['everything', { leave_empty: 'x', details: LINKS }, 'bad', ['trap', 'bad-token', 'many-links']],
]
for (const [what, typed, token, signals] of table) {
  test(`the signals of ${what}`, () => {
    const raw = rawForm(typed)
    assert.deepEqual(signalsOf(raw, clean(raw), token), signals)
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Progress, type Watched } from '../../../src/formats/progress.ts'

function watch(isTTY: boolean): { output: Watched; said: () => string } {
  let said = ''
  return { output: { isTTY, write: (words) => (said += words) }, said: () => said }
}

test('a terminal sees one line that counts, and then what was done in all', (context) => {
  let now = 0
  context.mock.method(performance, 'now', () => now)
  const { output, said } = watch(true)
  const progress = new Progress(output)
  for (const written of [1, 2, 3]) {
    now += 60
    progress.report(written)
  }
  now += 1320
  progress.end()
  assert.equal(
    said(),
    '\rWriting formats: 2 publications so far\r\u001b[KWrote the formats of 3 publications in 1.5 s.\n',
  )
})

test('a log has a line every ten seconds', (context) => {
  let now = 0
  context.mock.method(performance, 'now', () => now)
  const { output, said } = watch(false)
  const progress = new Progress(output)
  for (let written = 1; written <= 4; written++) {
    now += 6000
    progress.report(written)
  }
  progress.end()
  assert.equal(
    said(),
    'Writing formats: 2 publications so far\nWriting formats: 4 publications so far\nWrote the formats of 4 publications in 24.0 s.\n',
  )
})

test('where nothing had to be written nothing is said', () => {
  const { output, said } = watch(true)
  new Progress(output).end()
  assert.equal(said(), '')
})

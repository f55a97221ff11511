import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { promisify, stripVTControlCharacters } from 'node:util'
import { progress } from '../../../src/requests/desk/progress.ts'
import { sqliteDatabase } from './databases.ts'
import { ask, desk, deskHere, NOW, PROGRAM } from './desks.ts'
import { values } from './submissions.ts'

const run = promisify(execFile)
/** What nobody should find on a terminal: controls other than line feed and tab, and overrides. */
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029](?<![\n\t])/u

/** Values that do harm where they are shown as they are. */
const hostile = [
  '\u001b[2J\u001b]0;title\u0007\u001b]8;;https://made-up.example\u001b\\link\u009b31mred',
  'safe\u202eexe.cod\u2066hidden\u2069 \u200bzero\u2028line',
  '=HYPERLINK("https://made-up.example","click")',
  '+1+1|calc',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r\n=1+1',
  '--all',
  'first\r\nReference             FORGED\rover',
  'a "quoted", and; semicolons',
  'x'.repeat(5_000),
]

test('hostile values are harmless wherever they are shown', async (t) => {
  const database = sqliteDatabase(t)
  const requests = hostile.map((text) => ({
    values: values({
      page: text,
      name: text,
      details: text,
      email: text,
      telephone: text,
      postal_address: text,
      other_format: text,
      assistive_technology: text,
    }),
    pageTitle: text,
  }))
  const references = await ask(database, ...requests)
  const table = await deskHere(database.env, ['list'], { columns: 80 })
  const lines = stripVTControlCharacters(table.stdout).split('\n')
  assert.equal(lines.length, hostile.length + 3)
  assert.ok(lines.every((line) => line.length <= 80 && !UNSAFE.test(line)))
  const plain = await deskHere(database.env, ['list'])
  assert.equal(plain.stdout.split('\n').length, hostile.length + 2)
  assert.ok(plain.stdout.split('\n').every((line) => line === '' || line.split('\t').length === 5))

  for (const [index, reference] of references.entries()) {
    const noted = await deskHere(database.env, ['note', reference, '--', hostile[index] ?? ''])
    assert.equal(noted.status, 0)
    for (const command of ['show', 'reply', 'list']) {
      const { status, stdout } = await deskHere(database.env, [
        command,
        ...(command === 'list' ? [] : [reference]),
      ])
      assert.equal(status, 0)
      assert.doesNotMatch(stdout, UNSAFE, command)
      // No value begins a line that could be taken for one of the desk's own.
      assert.doesNotMatch(stdout, /^(Reference {13}FORGED|=)/m)
    }
  }
  for (const command of ['list', 'export']) {
    const { stdout } = await deskHere(database.env, [command, '--csv'])
    assert.doesNotMatch(stdout.replaceAll('\r\n', '\n'), UNSAFE)
    const lines = stdout.split('\r\n')
    assert.equal(lines.length, hostile.length + 2)
    assert.deepEqual(
      lines.filter((line) => /(^|,)"?\s*[=+\-@]/.test(line)),
      [],
    )
    // A quotation mark that is not doubled ends a cell, so that commas and lines stay inside.
    const cells = (line: string) => line.match(/(?:"(?:[^"]|"")*"|[^",]*)(?:,|$)/g)?.length
    assert.equal(new Set(lines.slice(1, -1).map(cells)).size, 1)
    const json = await deskHere(database.env, [command, '--json'])
    assert.doesNotMatch(json.stdout, UNSAFE)
    assert.ok(JSON.stringify(JSON.parse(json.stdout)).includes('\u202eexe'), 'JSON changes nothing')
  }
})

test('a terminal gets colours and a table that fits, and nothing else does', async (t) => {
  const { env, address } = sqliteDatabase(t)
  await ask({ address }, { pageTitle: 'A long made-up title '.repeat(9) })
  const late = { ...env, SITE_NOW: '2016-12-06T10:00:00Z' }
  const onTerminal = async (set: Record<string, string>) => {
    const command = `stty cols 80; '${process.execPath}' '${PROGRAM}' list`
    const variables = {
      PATH: process.env.PATH,
      TERM: 'xterm-256color',
      SHELL: '/bin/sh',
      ...late,
      ...set,
    }
    const { stdout } = await run('script', ['-qec', command, '/dev/null'], { env: variables })
    return stdout.replaceAll('\r\n', '\n')
  }
  const coloured = await onTerminal({})
  assert.match(coloured, /\u001b\[31m\w{8} {2,}2 Dec 2016 {2}overdue {2}.*…\u001b\[39m\n/)
  const plain = await onTerminal({ NO_COLOR: '1' })
  assert.equal(plain, stripVTControlCharacters(coloured))
  assert.ok(plain.split('\n').every((line) => line.length <= 80))
  for (const command of ['list', 'stats', 'doctor', 'outbox', 'help', 'purge']) {
    const { stdout, stderr } = await desk(late, command)
    assert.doesNotMatch(stdout + stderr, UNSAFE, command)
  }
})

test('erasing asks on a terminal, and "no" erases nothing', async (t) => {
  const { env, address } = sqliteDatabase(t)
  const [reference = ''] = await ask({ address }, {})
  const answer = async (word: string) => {
    const command = `'${process.execPath}' '${PROGRAM}' erase ${reference}`
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      env: { PATH: process.env.PATH, TERM: 'dumb', SHELL: '/bin/sh', SITE_NOW: NOW, ...env },
    })
    let shown = ''
    child.stdout.on('data', (data) => {
      // Once the question is there, it is answered.
      if (!shown.includes('yes or no:') && (shown + String(data)).includes('yes or no:')) {
        child.stdin.write(`${word}\n`)
      }
      shown += String(data)
    })
    await once(child, 'close')
    return { shown, status: child.exitCode }
  }
  const no = await answer('no')
  assert.deepEqual([no.status, no.shown.includes('Nothing was erased')], [1, true])
  const yes = await answer('yes')
  assert.deepEqual([yes.status, yes.shown.includes(`1 request erased: ${reference}`)], [0, true])
})

test('a bar shows on a terminal how far it is, and goes away', () => {
  const written: string[] = []
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk))
      done()
    },
  })
  const hidden = progress(stream, 'Copying')
  hidden.step(1, 2)
  hidden.end()
  assert.deepEqual(written, [])
  const bar = progress(Object.assign(stream, { isTTY: true }), 'Copying')
  bar.step(1, 4)
  bar.step(4, 4)
  bar.end()
  assert.deepEqual(written, [
    `\rCopying ${'█'.repeat(6)}${'░'.repeat(18)} 25 %`,
    `\rCopying ${'█'.repeat(24)} 100 %`,
    '\r\u001b[K',
  ])
})

test('long work shows a bar on a terminal, on standard error', async (t) => {
  const database = sqliteDatabase(t)
  await ask(database, {})
  assert.ok('file' in database.address)
  const { stdout, stderr } = await deskHere(
    database.env,
    ['backup', join(database.address.file, '../copy.db')],
    { columns: 80 },
  )
  assert.match(stderr, /\rCopying █+ 100 %\r\u001b\[K/)
  assert.ok(!stdout.includes('\r'))
})

test('a reader that stops early ends it quietly', async (t) => {
  const { env, address } = sqliteDatabase(t)
  await ask(
    { address },
    ...Array<object>(40).fill({ values: values({ details: 'x'.repeat(5_000) }) }),
  )
  const command = `'${process.execPath}' '${PROGRAM}' export | head -c 100`
  const { stdout, stderr } = await run('sh', ['-c', command], {
    env: { PATH: process.env.PATH, ...env },
  })
  assert.deepEqual([stdout.length, stderr], [100, ''])
})

import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { RequestStore } from '../../src/requests/store.ts'
import { sqliteDatabase } from '../unit/requests/databases.ts'
import { fields, FORM, startServer } from './running.ts'

const without = (program: string) => ({
  skip:
    spawnSync(program, ['-version']).error !== undefined &&
    `${program} is not installed on this machine`,
  timeout: 30_000,
})

function writeTemporary(t: TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'text-browser-'))
  t.after(() => {
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'file')
  writeFileSync(file, text)
  return file
}

/** How often Tab is pressed from the beginning of a page to a control. */
function tabsTo(id: string, html: string): number {
  const before = html.slice(html.indexOf('<body'), html.indexOf(`id="${id}"`))
  return before.match(/<(?:a href|a class|input(?! type="hidden")|textarea|button)\b/g)?.length ?? 0
}

test('lynx: the form is filled in with keys alone, and sent', without('lynx'), async (t) => {
  const { env, open } = sqliteDatabase(t)
  const server = await startServer(t, env)
  const path = `${FORM}?page=/action-plans/keeping-children-safe/`
  const { text } = await server.get(path)
  const tabs = (count: number) => Array.from({ length: count }, () => 'key <tab>')
  const keys = Array.from('lynx@made-up.example', (key) => `key ${key}`)
  const toButton = tabsTo('submit', text.replace('<button type="submit">Send', '<i id="submit">'))
  const onward = toButton - tabsTo('email', text) + 1
  const script = [...tabs(tabsTo('email', text) + 1), ...keys, ...tabs(onward), 'key ^J', '']
  const file = writeTemporary(t, script.join('\n'))
  const lynx = spawn('lynx', [`-cmd_script=${file}`, `http://localhost:${server.port}${path}`], {
    env: { ...process.env, TERM: 'xterm' },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  t.after(() => lynx.kill())

  const store = new RequestStore(await open())
  let request
  while (request === undefined) {
    await sleep(50)
    request = (await store.all())[0]
  }
  assert.equal(request.email, 'lynx@made-up.example')
  assert.equal(request.page, '/action-plans/keeping-children-safe/')
  // lynx chooses the first radio button by itself.
  assert.equal(request.format, 'html')
})

test('w3m: the form can be read, sent, and its confirmation read', without('w3m'), async (t) => {
  const { env } = sqliteDatabase(t)
  const server = await startServer(t, { ...env, SITE_NOW: '2016-11-25T10:00:00Z' })
  const address = `http://localhost:${server.port}${FORM}`
  const dump = (...parameters: string[]) =>
    execFileSync('w3m', ['-dump', '-cols', '120', ...parameters], { encoding: 'utf8' })
  const read = dump(address)
  for (const words of [
    'Which format do you need?',
    'Easy Read',
    'Leave this field empty',
    'Send',
  ]) {
    assert.ok(read.includes(words), words)
  }
  const body = writeTemporary(t, new URLSearchParams(fields()).toString())
  const sent = dump('-post', body, address)
  assert.match(sent, /We have your request/)
  assert.match(sent, /We will reply by Friday 2 December 2016\./)
})

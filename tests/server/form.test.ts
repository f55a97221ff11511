import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RequestStore } from '../../src/requests/store.ts'
import { onEachDatabase, sqliteDatabase } from '../unit/requests/databases.ts'
import { fields, FORM, referenceOf, shownFields, startServer } from './running.ts'

const THE_DAY = { SITE_NOW: '2016-11-25T10:00:00Z' }

onEachDatabase('a request is stored, and its date is promised', async (t, { env, open }) => {
  const server = await startServer(t, { ...env, ...THE_DAY })
  const form = await server.get(`${FORM}?page=/action-plans/keeping-children-safe/`)
  assert.equal(form.status, 200)
  assert.equal(form.headers['cache-control'], 'private, no-cache')
  const shown = shownFields(form.text)
  assert.equal(shown.page, '/action-plans/keeping-children-safe/')
  assert.match(form.text, /<a href="\/action-plans\/keeping-children-safe\.txt">Plain text<\/a>/)

  const answer = await server.post({ ...shown, ...fields({ details: 'Two\r\nlines' }) })
  const reference = referenceOf(answer)
  assert.equal(answer.headers['cache-control'], 'no-store')

  const sent = await server.get(answer.headers.location ?? '')
  assert.equal(sent.status, 200)
  assert.equal(sent.headers['cache-control'], 'no-store')
  assert.equal(sent.headers['x-robots-tag'], 'noindex')
  assert.match(sent.text, new RegExp(reference))
  assert.match(
    sent.text,
    /We will reply by <time datetime="2016-12-02">Friday 2 December 2016<\/time>/,
  )
  assert.doesNotMatch(sent.text, /made-up\.example|Two/, 'nothing that was typed is shown')

  const stored = await new RequestStore(await open()).read(reference)
  assert.equal(stored?.details, 'Two\nlines')
  assert.equal(stored.due_on, '2016-12-02')
  assert.equal(stored.page_title, 'Keeping children safe')
  assert.equal(stored.signals, 'too-fast')
})

onEachDatabase(
  'double click, reload, back: one request; changed text: another',
  async (t, { env }) => {
    const server = await startServer(t, env)
    const other = await startServer(t, env)
    const shown = shownFields((await server.get(FORM)).text)
    const form = { ...shown, ...fields() }
    const twelve = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 ? server : other).post(form)),
    )
    const [reference, ...others] = new Set(twelve.map(referenceOf))
    assert.deepEqual(others, [])
    assert.equal(referenceOf(await server.post(form)), reference)
    // Back to the form, one word more, and sent again.
    const changed = await server.post({ ...form, details: 'I need pages 2 and 3 only' })
    assert.notEqual(referenceOf(changed), reference)
  },
)

test('a form that comes without its id is known by its words', async (t) => {
  const server = await startServer(t, sqliteDatabase(t).env)
  const first = referenceOf(await server.post(fields()))
  assert.equal(referenceOf(await server.post(fields())), first)
  assert.notEqual(referenceOf(await server.post(fields({ format: 'bsl' }))), first)
})

test('multipart/form-data works too, and files are left out', async (t) => {
  const server = await startServer(t, sqliteDatabase(t).env)
  const form = new FormData()
  for (const [name, value] of Object.entries(fields())) form.append(name, value)
  form.append('details', new Blob(['a made-up file']), 'file.txt')
  const { headers, body } = await encode(form)
  referenceOf(await server.ask({ path: FORM, method: 'POST', headers, body }))
})

async function encode(form: FormData): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const encoded = new Response(form)
  return {
    headers: { 'Content-Type': encoded.headers.get('content-type') ?? '' },
    body: Buffer.from(await encoded.arrayBuffer()),
  }
}

const kept = {
  page: 'The “plan” <b>',
  email: 'person@made-up.example',
  details: '\r\nFirst line empty & <script>alert(1)</script> "quoted"',
}

test('what was typed is kept when a field is wrong, with the same words beside it', async (t) => {
  const server = await startServer(t, sqliteDatabase(t).env)
  const answer = await server.post({ ...kept, format: 'other', email: 'nobody' })
  assert.equal(answer.status, 400)
  assert.equal(answer.headers['cache-control'], 'no-store')
  assert.match(answer.text, /<title>Error: Request a format/)
  const summary = /<div[^>]* id="error-summary".*?<\/div>/s.exec(answer.text)?.[0] ?? ''
  const links = [...summary.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)]
  assert.deepEqual(
    links.map(([, id]) => id),
    ['other_format', 'email'],
  )
  for (const [, id = '', message = ''] of links) {
    assert.match(answer.text, new RegExp(`<strong>Error:</strong> ${RegExp.escape(message)}`))
    assert.match(answer.text, new RegExp(`<input[^>]* id="${id}"[^>]* aria-invalid="true"`))
  }
  const shown = shownFields(answer.text)
  assert.deepEqual({ ...shown, ...kept, email: 'nobody' }, shown)
})

const refusals: [name: string, status: number, headers: Record<string, string>, keeps: boolean][] =
  [
    ['another site, as the browser says', 403, { 'Sec-Fetch-Site': 'cross-site' }, true],
    ['a neighbouring site', 403, { 'Sec-Fetch-Site': 'same-site' }, true],
    ['another origin', 403, { Origin: 'https://evil.example' }, true],
    ['plain text', 415, { 'Content-Type': 'text/plain' }, false],
    ['JSON', 415, { 'Content-Type': 'application/json' }, false],
    ['no type', 415, { 'Content-Type': '' }, false],
    ['no boundary', 400, { 'Content-Type': 'multipart/form-data' }, false],
    ['a wrong boundary', 400, { 'Content-Type': 'multipart/form-data; boundary=x' }, false],
  ]

test('refusals keep what was typed, say that nothing was sent, and store nothing', async (t) => {
  const { env, open } = sqliteDatabase(t)
  const server = await startServer(t, env)
  for (const [name, status, headers, keeps] of refusals) {
    const answer = await server.post({ ...fields(), ...kept }, headers)
    assert.equal(answer.status, status, name)
    assert.match(answer.text, /<h2[^>]*>Your request has not been sent<\/h2>/, name)
    assert.equal(answer.headers['cache-control'], 'no-store', name)
    const shown = shownFields(answer.text)
    if (keeps)
      assert.deepEqual(
        { ...shown, ...fields(), ...kept },
        { ...shown, format: 'large-print' },
        name,
      )
    assert.match(shown.form_id ?? '', /^[0-9a-f-]{36}$/, name)
  }
  assert.deepEqual(await new RequestStore(await open()).all(), [])
})

for (const [name, headers] of Object.entries<Record<string, string>>({
  'nothing of where it comes from': {},
  'Origin: null': { Origin: 'null' },
  'its own origin': { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' },
  'an address that was typed': { 'Sec-Fetch-Site': 'none' },
  'the address that readers see, behind a proxy': { Origin: 'https://releases.example' },
})) {
  test(`a form with ${name} is taken`, async (t) => {
    const SITE_URL = 'https://releases.example'
    const server = await startServer(t, { ...sqliteDatabase(t).env, SITE_URL })
    referenceOf(await server.post(fields(), headers))
  })
}

test('a form that is too long is shown with what could be read of it', async (t) => {
  const server = await startServer(t, sqliteDatabase(t).env)
  const answer = await server.post({ ...fields(), details: 'ü'.repeat(30_000) })
  assert.equal(answer.status, 413)
  const shown = shownFields(answer.text)
  assert.equal(shown.email, 'person@made-up.example')
  assert.match(shown.details ?? '', /^ü{5000,}$/)
})

test('twenty requests in ten minutes, then a page that keeps the next', async (t) => {
  const server = await startServer(t, { ...sqliteDatabase(t).env, TRUST_HOPS: '1' })
  const from = { 'X-Forwarded-For': '198.51.100.7, 192.0.2.1' }
  // What is wrong is not counted.
  for (let index = 0; index < 30; index++) {
    assert.equal((await server.post(fields({ email: 'nobody' }), from)).status, 400)
  }
  const references = []
  for (let index = 0; index < 20; index++) {
    references.push(referenceOf(await server.post(fields({ details: `No. ${index}` }), from)))
  }
  assert.equal(new Set(references).size, 20)
  const answer = await server.post(fields(kept), from)
  assert.equal(answer.status, 429)
  assert.ok(Number(answer.headers['retry-after']) > 500)
  const shown = shownFields(answer.text)
  assert.deepEqual({ ...shown, ...kept }, shown)
  // The same again gets its receipt, and others are served; what a reader adds to the left of the
  // header is not believed.
  const [first] = references
  assert.equal(referenceOf(await server.post(fields({ details: 'No. 0' }), from)), first)
  const forged = { 'X-Forwarded-For': '203.0.113.9, 192.0.2.1' }
  assert.equal((await server.post(fields(kept), forged)).status, 429)
  referenceOf(await server.post(fields(kept), { 'X-Forwarded-For': '192.0.2.2' }))
})

test('a reference that is none of ours is a page with help, and is not shown again', async (t) => {
  const server = await startServer(t, sqliteDatabase(t).env)
  const known = referenceOf(await server.post(fields()))
  for (const ref of ['', 'XXXXXXXX', '<b>x</b>', "' OR 1=1"]) {
    const answer = await server.get(`/request-a-format/sent/?ref=${encodeURIComponent(ref)}`)
    assert.equal(answer.status, 404)
    assert.match(answer.text, /<label for="ref">Your reference<\/label>/)
    if (ref !== '') assert.ok(!answer.text.includes(ref), ref)
  }
  const typed = `${known.slice(0, 4)} ${known.slice(4)}`.toLowerCase()
  const found = await server.get(`/request-a-format/sent/?ref=${encodeURIComponent(typed)}`)
  assert.equal(found.status, 200)
})

test('the log has the reference, and nothing that was typed', async (t) => {
  const server = await startServer(t, sqliteDatabase(t).env)
  const reference = referenceOf(await server.post({ ...fields(), ...kept, name: 'Ann Made-up' }))
  await server.get('/request-a-format/sent/?ref=ann@made-up.example')
  await server.end('SIGTERM')
  const log = server.lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as unknown)
  assert.equal(log.length, 2)
  const text = JSON.stringify(log)
  assert.match(text, new RegExp(`"route":"/request-a-format/","reference":"${reference}"`))
  assert.doesNotMatch(text, /made-up|Ann|person|quoted|127\.0\.0\.1/)
})

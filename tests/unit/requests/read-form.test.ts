import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readForm, UnreadableForm, type RawForm } from '../../../src/requests/read-form.ts'
import { rawForm } from './submissions.ts'

const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data; boundary=made-up'
const EMPTY = rawForm()

const read = (body: string | Uint8Array, type: string | undefined, isCut?: boolean) =>
  readForm(typeof body === 'string' ? Buffer.from(body) : body, type, isCut)

function part(name: string, value: string, more = ''): string {
  return `--made-up\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
}

const urlencoded: [what: string, body: string, expected: Partial<RawForm>][] = [
  ['nothing', '', {}],
  ['two fields', 'page=a+b%2Bc&details=%C3%A9', { page: 'a b+c', details: 'é' }],
  ['line breaks as browsers send them', 'details=%0D%0Aa%0D%0A', { details: '\r\na\r\n' }],
  ['a name twice: the first', 'name=one&name=two', { name: 'one' }],
  ['a name twice, first empty', 'name=&name=two', { name: '' }],
  ['names of JavaScript', '__proto__=x&constructor=y&toString=z&name=n', { name: 'n' }],
  ['brackets as PHP has them', 'name[]=x&name[a]=y', {}],
  [
    'half escapes and bytes that are no UTF-8',
    'name=100%&details=%FF',
    { name: '100%', details: '\uFFFD' },
  ],
  ['NUL', 'name=a%00b', { name: 'a\0b' }],
  [
    'hidden fields',
    'form_id=i&token=t&leave_empty=l',
    { form_id: 'i', token: 't', leave_empty: 'l' },
  ],
  [
    '3,000 fields',
    `${'x=y&'.repeat(1500)}${'name=n&'.repeat(1499)}page=p`,
    { name: 'n', page: 'p' },
  ],
]
for (const [what, body, expected] of urlencoded) {
  test(`reads ${what}`, async () => {
    assert.deepEqual(await read(body, URLENCODED), { ...EMPTY, ...expected })
  })
}

const multipart: [what: string, body: string, expected: Partial<RawForm>][] = [
  ['two parts', `${part('page', 'é')}${part('name', 'n')}`, { page: 'é', name: 'n' }],
  ['a first line break', part('details', '\r\na\r\n'), { details: '\r\na\r\n' }],
  [
    'a file, which is ignored',
    `${part('page', 'file', '; filename="a.txt"')}${part('page', 'text')}`,
    { page: 'text' },
  ],
  ['a name twice', `${part('name', 'one')}${part('name', 'two')}`, { name: 'one' }],
  ['names of JavaScript', `${part('__proto__', 'x')}${part('name', 'n')}`, { name: 'n' }],
  ['3,000 parts', part('x', 'y').repeat(2999) + part('name', 'n'), { name: 'n' }],
  ['no part', '', {}],
]
for (const [what, body, expected] of multipart) {
  test(`reads multipart with ${what}`, async () => {
    assert.deepEqual(await read(`${body}--made-up--\r\n`, MULTIPART), { ...EMPTY, ...expected })
  })
}

test('the type may be written in any way, and its charset is always UTF-8', async () => {
  for (const type of [
    'Application/X-WWW-Form-URLencoded',
    `${URLENCODED}; charset=utf-8`,
    `${URLENCODED};charset="iso-8859-1"`,
    `${URLENCODED}; charset=`,
    `${URLENCODED}; charset=made-up; x`,
  ]) {
    assert.equal((await read('name=%C3%A9', type))?.name, 'é', type)
  }
  const quoted = 'Multipart/Form-Data; charset=utf-7; Boundary="made-up"'
  assert.equal((await read(`${part('name', 'é')}--made-up--\r\n`, quoted))?.name, 'é')
})

test('other types are none of ours', async () => {
  for (const type of [
    undefined,
    '',
    ' ',
    '/',
    'form',
    'text/plain',
    'application/json',
    'multipart/mixed; boundary=a',
    `${URLENCODED}x`,
  ]) {
    assert.equal(await read('name=n', type), undefined, type)
  }
})

test('a body that is not what its type says is unreadable', async () => {
  for (const [body, type] of [
    [part('name', 'n'), 'multipart/form-data'],
    [part('name', 'n'), MULTIPART],
    ['', MULTIPART],
    ['name=n', MULTIPART],
    [`--made-up\r\n\r\nno name\r\n--made-up--\r\n`, MULTIPART],
    [`${part('name', 'n')}--made-up--\r\n`, 'multipart/form-data; boundary=other'],
  ] as const) {
    await assert.rejects(read(body, type), UnreadableForm, body)
    await assert.doesNotReject(read('name=n', URLENCODED))
  }
})

test('wherever a body is cut, what came is kept', async () => {
  const words = 'Größe 100 % – 日本 👩🏽‍🦯\r\n\r\n--made\r\nmore'
  const whole = {
    [URLENCODED]: `name=A+Person&${new URLSearchParams({ details: words }).toString()}`,
    [MULTIPART]: `${part('name', 'A Person')}${part('details', words)}--made-up--\r\n`,
  }
  for (const [type, text] of Object.entries(whole)) {
    const bytes = Buffer.from(text)
    const nameEnds = text.indexOf('A') + 'A Person'.length
    let longest = ''
    for (let length = 0; length <= bytes.length; length += 1) {
      const form = await read(bytes.subarray(0, length), type, true)
      assert.ok(form)
      if (length >= nameEnds) assert.equal(form.name, 'A Person', `${type}, ${length} bytes`)
      else assert.ok('A Person'.startsWith(form.name), `${type}, ${length} bytes: ${form.name}`)
      assert.ok(words.startsWith(form.details), `${type}, ${length} bytes: ${form.details}`)
      if (form.details.length > longest.length) longest = form.details
    }
    assert.equal(longest, words)
  }
})

test('a body that ends inside a file keeps the fields before it', async () => {
  const body = `${part('name', 'n')}${part('page', 'x'.repeat(30_000), '; filename="a.bin"')}`
  assert.deepEqual(await read(body.slice(0, 20_000), MULTIPART, true), { ...EMPTY, name: 'n' })
})

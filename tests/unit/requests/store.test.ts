import assert from 'node:assert/strict'
import { clean } from '../../../src/requests/clean.ts'
import { fieldNames } from '../../../src/requests/fields.ts'
import { Outbox } from '../../../src/requests/outbox.ts'
import { RequestStore } from '../../../src/requests/store.ts'
import { onEachDatabase } from './databases.ts'
import { rawForm, submission, values } from './submissions.ts'

onEachDatabase('the same form sent twelve times at once is one request', async (_t, { open }) => {
  const one = new RequestStore(await open())
  const other = new RequestStore(await open())
  for (const formId of ['11111111-1111-4111-8111-111111111111', undefined]) {
    const receipts = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 ? one : other).submit(submission({ formId })),
      ),
    )
    assert.equal(new Set(receipts.map(({ reference }) => reference)).size, 1)
    assert.equal(receipts.filter(({ isNew }) => isNew).length, 1)
  }
  assert.equal((await one.all()).length, 2)
})

onEachDatabase('a form with changed words is a second request', async (_t, { open }) => {
  const store = new RequestStore(await open())
  const first = await store.submit(submission())
  const receipts = []
  for (const name of fieldNames) {
    receipts.push(await store.submit(submission({ values: values({ [name]: 'changed' }) })))
  }
  assert.ok(receipts.every(({ isNew }) => isNew))
  const references = [first, ...receipts].map(({ reference }) => reference)
  assert.equal(new Set(references).size, fieldNames.length + 1)
  // And going back to the first words is the first request.
  assert.deepEqual(await store.submit(submission()), { ...first, isNew: false })
})

onEachDatabase('words that move from field to field are other words', async (_t, { open }) => {
  const store = new RequestStore(await open())
  const pairs = [
    ['a,b', 'c'],
    ['a', 'b,c'],
    ['ab', 'c'],
    ['a', 'bc'],
  ]
  const receipts = await Promise.all(
    pairs.map(([details = '', name = '']) =>
      store.submit(submission({ values: values({ details, name }) })),
    ),
  )
  assert.ok(receipts.every(({ isNew }) => isNew))
})

onEachDatabase('other forms with the same words are other requests', async (_t, { open }) => {
  const store = new RequestStore(await open())
  const formIds = ['1', '2', undefined]
  const receipts = await Promise.all(formIds.map((formId) => store.submit(submission({ formId }))))
  assert.ok(receipts.every(({ isNew }) => isNew))
})

onEachDatabase(
  'without a form the same words are one request for ten minutes',
  async (_t, { open }) => {
    const store = new RequestStore(await open())
    const at = (time: string, dueOn = '2016-12-02') =>
      store.submit(
        submission({ formId: undefined, receivedAt: new Date(`2016-11-25T${time}Z`), dueOn }),
      )
    const first = await at('10:00:00')
    // The promise is the first one, also if it would be another day by now.
    assert.deepEqual(await at('10:09:59', '2016-12-05'), { ...first, isNew: false })
    assert.deepEqual(await at('10:10:00'), { ...first, isNew: false })
    const second = await at('10:10:00.001', '2016-12-05')
    assert.ok(second.isNew && second.reference !== first.reference && second.dueOn === '2016-12-05')
    assert.deepEqual(await at('10:20:00'), { ...second, isNew: false })
    const third = await at('10:20:00.002')
    assert.equal((await store.all()).length, 3)
    assert.equal(new Set([first, second, third].map(({ reference }) => reference)).size, 3)
  },
)

onEachDatabase('a request and its mail are stored together, once', async (_t, { open }) => {
  const database = await open()
  const store = new RequestStore(database)
  const { reference } = await store.submit(submission())
  await store.submit(submission())
  const copied = await store.submit(submission({ formId: undefined }), true)
  const mail = (await new Outbox(database).unsent()).map(({ id }) => id)
  assert.deepEqual(
    mail.toSorted(),
    [`request-${reference}`, `request-${copied.reference}`, `copy-${copied.reference}`].toSorted(),
  )
})

const hostile = [
  `'; DROP TABLE requests; --`,
  `"; delete from requests where 'a'='a`,
  `\\'; drop table requests; -- \\x00 \\u0000 E'\\\\'`,
  '$1 ? :name @name %s {{7*7}} ${7*7}',
  'a\0b\x1B[31m',
  'a\u202Ecod.exe\u2066 ש\u200F',
  'lone \uD800 surrogate',
  "=1+1 +1 -1 @SUM(A1) \t=cmd|' /C calc'!A0",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'Subject: x\r\nBcc: other@made-up.example\r\n\r\n.\r\n',
  '👩🏽‍🦯 می‌خواهم 日本 𝔊 e\u0301 \u{10FFFD}',
  'x'.repeat(10_000),
  '👩'.repeat(10_000),
]
onEachDatabase('whatever is typed into any field comes back unchanged', async (_t, { open }) => {
  const store = new RequestStore(await open())
  const before = await store.submit(submission())
  for (const typed of hostile) {
    const cleaned = clean(rawForm(Object.fromEntries(fieldNames.map((name) => [name, typed]))))
    assert.ok(fieldNames.every((name) => cleaned[name].length >= 3))
    const { reference } = await store.submit(
      submission({ values: cleaned, pageTitle: cleaned.details, signals: ['trap', 'many-links'] }),
    )
    const read = await store.read(reference)
    assert.ok(read)
    for (const name of fieldNames) assert.equal(read[name], cleaned[name])
    assert.equal(read.page_title, cleaned.details)
    assert.equal(read.signals, 'trap,many-links')
    assert.equal(await store.read(cleaned.name), undefined)
  }
  assert.equal((await store.all()).length, hostile.length + 1)
  assert.equal((await store.read(before.reference))?.page, '/press-releases/made-up/')
})

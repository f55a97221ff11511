import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { detailsOf, type Attachment, type Fault } from '../../../src/document/attachments.ts'
import { edited, read, release, withBody, writeContent, type Files } from './made-up-content.ts'

const attachment = (...faults: Fault[]): Attachment => ({
  kind: 'PDF',
  bytes: 340_000,
  extent: { count: 12, unit: 'page' },
  verdict: 'Tagged, with a title and headings.',
  checkedOn: '2020-01-31',
  faults,
  digest: 'made up',
})
const untagged: Fault = {
  weight: 'barrier',
  words: 'Not tagged: a screen reader may read it in the wrong order or not at all.',
  mend: 'Export it again as a tagged PDF.',
}
const damaged: Fault = {
  weight: 'error',
  words: 'The file is damaged and cannot be opened.',
  mend: 'Save it again.',
}
const untitled: Fault = { weight: 'fault', words: 'It has no title.', mend: 'Give it a title.' }

const address = '/documents/made-up-report.pdf'
const register = (copies = ''): Files => ({
  'content/documents.yaml': `made-up-report:
  title: The report
  availability: on-this-site
  href: ${address}
${copies}`,
})
const copy = `  formats:
    - { format: Web page, href: /made-up-page/, madeBy: Nobody, added: 2020-01-20 }
`

function readWith(context: TestContext, files: Files, faults: Fault[] = [], at = address) {
  const attachments = new Map([[at, attachment(...faults)]])
  const { problems, published } = read(writeContent(context, files), { attachments })
  const said = problems.map(
    ({ file, line, column, level, what, mend }) =>
      `${file}:${line}:${column}: ${level}: ${what} ${mend}`,
  )
  return { said, published }
}

test('an untagged PDF that is the only copy is an error, where it is named', (context) => {
  assert.deepEqual(readWith(context, register(), [untagged]).said, [
    'content/documents.yaml:4:9: error: “The report”: Not tagged: a screen reader may read it in the wrong order or not at all. It is the only copy. Export it again as a tagged PDF. Otherwise add a copy that works to its `formats`.',
  ])
})

test('an untagged PDF beside another copy is a remark', (context) => {
  assert.deepEqual(readWith(context, register(copy), [untagged]).said, [
    'content/documents.yaml:4:9: remark: “The report”: Not tagged: a screen reader may read it in the wrong order or not at all. Export it again as a tagged PDF.',
  ])
})

test('a damaged file is an error, whatever copies there are; a missing title is a remark', (context) => {
  const { said } = readWith(context, register(copy), [damaged, untitled])
  assert.deepEqual(
    said.map((each) => each.split(': ')[1]),
    ['error', 'remark'],
  )
})

test('an untagged file that people made of a publication is a remark: its page is another copy', (context) => {
  const files = edited(
    release,
    'state: published',
    `state: published\nformats: [{ format: Easy Read, href: ${address}, madeBy: Nobody, added: 2020-01-15 }]`,
  )
  assert.deepEqual(readWith(context, files, [untagged]).said, [
    'content/press-releases/made-up-release.mdx:7:38: remark: “Easy Read”: Not tagged: a screen reader may read it in the wrong order or not at all. Export it again as a tagged PDF.',
  ])
})

test('a file that nothing names is an error', (context) => {
  assert.deepEqual(readWith(context, {}).said, [
    'content/documents/made-up-report.pdf:1:1: error: No publication and no document of content/documents.yaml has this file. Write href: /documents/made-up-report.pdf where it belongs, or take the file away.',
  ])
})

test('a link to a file that is not there is an error', (context) => {
  const files = {
    ...register(),
    ...withBody('See <DocumentLink document="made-up-report">the report</DocumentLink>.'),
  }
  const { said } = readWith(context, files, [], '/documents/another.pdf')
  assert.ok(said.some((each) => each.includes(`The link ${address} leads to a page`)))
})

test('a publication knows the documents that it links to, and names kind, size and length', (context) => {
  const files = {
    ...register(),
    ...withBody('See <DocumentLink document="made-up-report">that</DocumentLink>.'),
  }
  const { said, published } = readWith(context, files)
  assert.deepEqual(said, [])
  const publication = published.get('/press-releases/made-up-release/')
  assert.deepEqual(publication?.data.attached, [
    {
      title: 'The report',
      address,
      details: 'PDF, 340 kB, 12 pages',
      verdict: 'Tagged, with a title and headings.',
      checkedOn: '2020-01-31',
      digest: 'made up',
    },
  ])
  assert.match(JSON.stringify(publication.tree), /"details":"PDF, 340 kB, 12 pages"/)
})

test('nothing public knows a document of a text under embargo', (context) => {
  const files = {
    ...register(),
    'content/press-releases/under-embargo.mdx': `---
title: Under embargo
summary: Not yet.
kind: press-release
published: 2020-01-15
publishAt: 2999-01-01T00:00:00Z
state: ready
from: [made-up-body]
documents: [made-up-report]
---

See <DocumentLink document="made-up-report">the report</DocumentLink>.
`,
  }
  const { published } = readWith(context, files)
  for (const { data } of published.values()) assert.equal(data.attached, undefined)
})

test('a spreadsheet has sheets, and a text none', () => {
  const sheets = {
    ...attachment(),
    kind: 'Excel workbook',
    extent: { count: 1, unit: 'sheet' as const },
  }
  assert.equal(detailsOf(sheets), 'Excel workbook, 340 kB, one sheet')
  assert.equal(detailsOf({ ...attachment(), extent: undefined }), 'PDF, 340 kB')
})

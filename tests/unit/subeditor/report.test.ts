import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Problem } from '../../../src/document/problems.ts'
import { LEAVE_IT } from '../../../src/subeditor/public-records.ts'
import { annotations, reportAsJson, reportInWords } from '../../../src/subeditor/report.ts'

const error: Problem = {
  level: 'error',
  file: 'content/a.mdx',
  line: 3,
  column: 7,
  what: 'Something is wrong.',
  mend: 'Write it right.',
}
const remark: Problem = { ...error, level: 'remark', what: 'Something is long.', mend: 'Cut it.' }
const record: Problem = { ...remark, file: 'content/b.mdx', line: 12, mend: LEAVE_IT }

test('errors come first, remarks apart, and the last line sums up', () => {
  assert.equal(
    reportInWords([remark, error, record, { ...record, line: 130 }]),
    `content/a.mdx:3:7: error: Something is wrong.
    Write it right.

3 remarks (nothing that stops a publication)

content/a.mdx
  3:7     Something is long. Cut it.

content/b.mdx: Leave a public record as it was published, or write a change.
  12:7    Something is long.
  130:7   Something is long.

1 error. Nothing can be published yet.`,
  )
  assert.equal(reportInWords([]), 'No errors.')
  assert.match(reportInWords([remark]), /^1 remark \(nothing that stops a publication\)\n/)
  assert.match(reportInWords([error, error]), /\n2 errors\. Nothing can be published yet\.$/)
})

test('programs get the problems as they are', () => {
  assert.deepEqual(JSON.parse(reportAsJson([remark, error])), {
    errors: [error],
    remarks: [remark],
  })
  assert.deepEqual(JSON.parse(reportAsJson([])), { errors: [], remarks: [] })
})

test('GitHub is told of errors first, with what it reads as signs escaped', () => {
  const odd = { ...error, file: 'content/100%, a:b.mdx', what: '100%:\r\nwrong, so.' }
  assert.deepEqual(annotations([remark, odd]), [
    '::error file=content/100%25%2C a%3Ab.mdx,line=3,col=7,title=Error::100%25:%0D%0Awrong, so. Write it right.',
    '::notice file=content/a.mdx,line=3,col=7,title=Remark::Something is long. Cut it.',
  ])
})

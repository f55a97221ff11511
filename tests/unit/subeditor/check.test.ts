import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { describeProblem } from '../../../src/document/problems.ts'
import { checkContent } from '../../../src/subeditor/check.ts'
import {
  edited,
  plan,
  release,
  rightFiles,
  someDay,
  writeRepository,
} from '../document/made-up-content.ts'

const siteUrl = 'https://made-up.example'
const project = join(import.meta.dirname, '../../..')
const leaveIt = 'Leave a public record as it was published, or write a change.'

test('the content of this site has no errors, and the remarks that its oldest record asks for', async () => {
  const problems = await checkContent({ root: project, siteUrl, now: new Date() })
  assert.deepEqual(problems.filter(({ level }) => level === 'error').map(describeProblem), [])
  const of = (part: string) => problems.filter(({ file }) => file.includes(part))
  const said = (part: string) => of(part).map(({ what }) => what)
  const announcement = said('press-releases/mayor-to-oversee-change')
  for (const expected of [
    'A sentence has 48 words.',
    '“today” says nothing to those who read this in a year.',
    'A curly quotation mark (“) is closed by a straight one (").',
  ]) {
    assert.ok(announcement.includes(expected), expected)
  }
  for (const expected of [
    '“on Monday” says nothing to those who read this in a year.',
    '“in the coming weeks” says nothing to those who read this in a year.',
    'The short form MOPAC is not explained: the glossary says that no source spells it out.',
  ]) {
    assert.ok(said('action-plans/keeping-children-safe').includes(expected), expected)
  }
  assert.ok(!problems.some(({ what }) => what.includes('HMIC')), 'the text spells HMIC out')
  assert.ok(!problems.some(({ what }) => what.includes('dictionary')), 'its words are all known')
})

const withOpening = (words: string) =>
  rightFiles[release].replace('Some words that open the announcement.', words)

test('a public record is left alone from the day after; a page of the site is not', async (context) => {
  const root = writeRepository(context, {
    [release]: withOpening('It opens recently.'),
    'content/notes-to-editors/made-up-note.mdx': rightFiles[
      'content/notes-to-editors/made-up-note.mdx'
    ].replace('They are', 'Recently they are'),
    'content/pages/made-up-page.mdx': rightFiles['content/pages/made-up-page.mdx'].replace(
      'Words',
      'Recently words',
    ),
    'content/updates/made-up-update.mdx': `---\ntype: change\non: 2020-01-16\nrelease: made-up-release\nsignificant: true\nsummary: Recently changed.\n---\n`,
  })
  const mends = async (now: string) =>
    Object.fromEntries<string>(
      (await checkContent({ root, siteUrl, now: new Date(now) })).map(({ file, mend }) => [
        file.split('/')[1] ?? file,
        mend,
      ]),
    )
  const name = 'Name the day, the month or the year.'
  assert.deepEqual(await mends('2020-01-15T12:00:00Z'), {
    'notes-to-editors': name,
    pages: name,
    'press-releases': name,
    updates: name,
  })
  assert.deepEqual(await mends('2020-01-17T12:00:00Z'), {
    'notes-to-editors': leaveIt,
    pages: name,
    'press-releases': leaveIt,
    updates: leaveIt,
  })
})

test('drafts are remarked on too', async (context) => {
  const root = writeRepository(context, {
    'content/press-releases/made-up-draft.mdx': `---
title: A made-up draft
summary: Nothing is announced here.
kind: press-release
published: 2020-01-15
state: draft
from: [council-of-nowhere]
---

It opens recently.
`,
  })
  const problems = await checkContent({ root, siteUrl, now: someDay })
  assert.deepEqual(
    problems.map(({ file, line, column }) => `${file}:${line}:${column}`),
    ['content/press-releases/made-up-draft.mdx:10:10'],
  )
  assert.deepEqual(await checkContent({ root, siteUrl, now: someDay, errorsOnly: true }), [])
})

test('where an error stands, nothing is remarked on besides', async (context) => {
  const root = writeRepository(context, {
    [release]: withOpening('## Harbours.\n\nWords.\n\n## Harbours.\n\nWords.'),
  })
  const problems = await checkContent({ root, siteUrl, now: someDay })
  assert.deepEqual(
    problems.map(({ level, line, what }) => [level, line, what]),
    [
      ['remark', 15, 'A heading ends in a punctuation mark.'],
      ['error', 19, 'Two parts of the page have the id “harbours”.'],
    ],
  )
})

test('what would stop the build on the day of a scheduled release is found today', async (context) => {
  const scheduled = rightFiles[release].replace(
    'state: published',
    'state: ready\npublishAt: 2020-07-15T09:30:00+01:00',
  )
  const root = writeRepository(context, {
    ...edited(plan, 'state: published', 'state: ready\npublishAt: 2020-07-15T09:30:00+01:00'),
    [release]: `${scheduled}\nSee [the made-up harbour](/made-up-pag/).\n`,
  })
  const problems = await checkContent({ root, siteUrl, now: someDay, errorsOnly: true })
  assert.ok(problems.some(({ what }) => what.startsWith('The link /made-up-pag/ leads')))
})

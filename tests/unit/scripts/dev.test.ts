import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { copyProject } from '../../../scripts/copy.ts'
import { offered } from '../../../src/document/offered-formats.ts'
import { mediaType } from '../../../src/server/media-types.ts'
import { startDevServer } from './dev-server.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const stems = [
  '/press-releases/mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe',
  '/action-plans/keeping-children-safe',
]

const draft = `---
title: A made-up draft
summary: Nobody has approved it.
kind: statement
published: 2030-01-01
state: draft
from: [mayor-of-london]
---

Made-up words.
`

test('npm run dev serves every format and drafts, and a change of the words is in them', async (context) => {
  const copy = copyProject(root)
  writeFileSync(join(copy, 'content/press-releases/made-up-draft.mdx'), draft)
  const { site, stop } = await startDevServer(copy)
  context.after(async () => {
    await stop()
    rmSync(copy, { recursive: true, force: true })
  })
  const ask = async (address: string) => {
    const answer = await fetch(site + address)
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    }
  }
  for (const address of stems.flatMap((stem) => offered.map(({ ending }) => stem + ending))) {
    const { status, type, bytes } = await ask(address)
    assert.deepEqual([status, type], [200, mediaType(address)], address)
    assert.ok(bytes.length > 1000, `${address} has ${bytes.length} bytes`)
  }

  const unpublished = await ask('/press-releases/made-up-draft/')
  assert.equal(unpublished.status, 200)
  assert.match(
    unpublished.bytes.toString('utf8'),
    /This is a preview\..*Preview: this text is not public/s,
  )

  const before = await ask(`${stems[0]}.docx`)
  const file = join(copy, `content${stems[0]}.mdx`)
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more made-up sentence.\n`)
  for (let tries = 0; tries < 100; tries++) {
    const text = (await ask(`${stems[0]}.txt`)).bytes.toString('utf8')
    if (text.includes('One more made-up sentence.')) break
    await wait(100)
  }
  const text = (await ask(`${stems[0]}.txt`)).bytes.toString('utf8')
  assert.match(text, /One more made-up sentence\./)
  assert.notDeepEqual((await ask(`${stems[0]}.docx`)).bytes, before.bytes)
})

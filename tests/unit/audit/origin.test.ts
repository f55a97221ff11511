import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { openOrigins } from '../../../src/audit/origin.ts'

const files = {
  'content/press-releases/made-up-day.mdx':
    '---\ntitle: A made-up day\n---\n\nA *made-up* sentence with a [made-up link](/made-up/).\n',
  'content/site.yaml': 'name: Made-up site\n',
  'src/components/MadeUp.astro': '<aside class="made-up-box">\n  <slot />\n</aside>\n',
}

function project(t: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'made-up-project-'))
  t.after(() => {
    rmSync(root, { recursive: true })
  })
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

test('a place is told with the file and the line that it is written in', (t) => {
  const originOf = openOrigins(project(t))
  const page = '/press-releases/made-up-day/'
  const ask = (snippet: string, selector = 'p', at = page) =>
    originOf({ page: at, selector, snippet })

  const release = 'content/press-releases/made-up-day.mdx'
  const sentence = '<p>A <em>made-up</em> sentence with a <a href="/made-up/">made-up link</a>.</p>'
  assert.equal(ask(sentence), `${release}:5`, 'the marks of Markdown do not count')
  assert.equal(ask('<h1>A made-up day</h1>'), `${release}:2`)
  assert.equal(ask(sentence, 'p', '/press-releases/made-up-day/versions/1/'), `${release}:5`)
  assert.equal(ask('<aside class="made-up-box">'), 'src/components/MadeUp.astro:1')
  assert.equal(ask('<b>Made-up site</b>', 'b', '/other/'), 'content/site.yaml:1')
  assert.equal(ask('<p>Nowhere to be found</p>'), release, 'at least the file of the page')
  assert.equal(ask('<p>Nowhere to be found</p>', 'p', '/other/'), undefined)
})

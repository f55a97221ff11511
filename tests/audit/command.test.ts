import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import { z } from 'zod'

/* The command as people type it: what it ends with, and what it writes. */

const json = z.strictObject({
  pages: z.record(
    z.string(),
    z.array(
      z.object({
        rule: z.string(),
        level: z.enum(['error', 'warn', 'manual']),
        sc: z.string(),
        selector: z.string(),
        message: z.string(),
      }),
    ),
  ),
})

const page = (body: string, head = '') => `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>A made-up page</title>
<meta name="viewport" content="width=device-width">
${head}</head>
<body>
<main>
<h1>A made-up page</h1>
${body}
</main>
</body>
</html>
`

test('one page that fails ends with 1, and each page has its findings', async (t) => {
  const folder = folderOf(t, {
    'good.html': page('<p>Nothing is wrong with these words.</p>'),
    'pictures/bad.html': page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
    'leaves.html': page(
      '<p>It goes away.</p>',
      `<script>location.href = 'http://127.0.0.1:9/'</script>`,
    ),
    'hangs.html': page(
      '<p>It never answers.</p>',
      `<script>addEventListener('load', () => { for (;;); })</script>`,
    ),
  })
  const file = join(folder, 'found.json')
  const { code, out } = await audit(folder, '--json', file)
  assert.equal(code, 1, out)
  const { pages } = json.parse(JSON.parse(readFileSync(file, 'utf8')))
  assert.deepEqual(Object.keys(pages).sort(), [
    'good.html',
    'hangs.html',
    'leaves.html',
    'pictures/bad.html',
  ])
  assert.deepEqual(pages['good.html'], [])
  const rules = (name: string) => pages[name]?.map(({ level, rule }) => `${level} ${rule}`) ?? []
  assert.ok(rules('pictures/bad.html').includes('error axe/image-alt'), out)
  assert.deepEqual(rules('hangs.html'), ['error page-hangs'])
  assert.ok(rules('leaves.html').length > 0, 'a page that goes away is a finding')
})

test('a page with nothing to find ends with 0', async (t) => {
  const folder = folderOf(t, { 'good.html': page('<p>Nothing is wrong with these words.</p>') })
  const { code, out } = await audit(join(folder, 'good.html'))
  assert.equal(code, 0, out)
  assert.match(out, /1 page: 0 errors, 0 warnings/)
})

for (const [what, ...given] of [
  ['an option that it does not know', '--jsom', 'found.json'],
  ['a folder that is not there', 'no-such-folder'],
  ['--record for a part', '--record', 'no-such-folder'],
]) {
  test(`${what} ends with 2 and a sentence`, async () => {
    const { code, errors } = await audit(...given)
    assert.equal(code, 2)
    assert.match(errors, /^[^\n]+\.\n$/)
  })
}

function folderOf(t: TestContext, files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'audited-'))
  t.after(() => {
    rmSync(folder, { recursive: true })
  })
  for (const [name, html] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), html)
  }
  return folder
}

async function audit(...given: string[]) {
  const command = join(import.meta.dirname, '..', '..', 'scripts', 'audit.ts')
  const child = spawn(process.execPath, [command, ...given])
  const ended = once(child, 'exit')
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  await ended
  return { code: child.exitCode, out, errors }
}

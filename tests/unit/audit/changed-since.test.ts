import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { changedSince } from '../../../src/audit/changed-since.ts'
import { NoSuchTarget, openTargets } from '../../../src/audit/targets.ts'

/** A git repository with a folder of three made-up pages, committed. */
function repository(t: TestContext) {
  const root = mkdtempSync(join(tmpdir(), 'made-up-pages-'))
  t.after(() => {
    rmSync(root, { recursive: true })
  })
  const folder = join(root, 'pages')
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text)
  }
  mkdirSync(folder)
  write('one.html', '<p>Made-up one</p>')
  write('two.html', '<link rel="stylesheet" href="two.css"><p>Made-up two</p>')
  write('three.html', '<p>Made-up three</p>')
  write('two.css', 'p { color: #111 }')
  const who = ['-c', 'user.name=Made-up', '-c', 'user.email=made-up@made-up.example']
  for (const command of [
    ['init', '-q'],
    ['add', '.'],
    ['commit', '-q', '-m', 'Begin'],
  ]) {
    assert.equal(spawnSync('git', [...who, ...command], { cwd: root }).status, 0)
  }
  return { root, folder, write }
}

async function changed(folder: string, revision: string, cache: string): Promise<string[]> {
  const [group] = await openTargets([folder])
  assert.ok(group)
  try {
    return (await changedSince(group, revision, cache)).targets.map(({ path }) => path)
  } finally {
    group.close()
  }
}

test('pages are left out that are what they were, with all that they name', async (t) => {
  const { root, folder, write } = repository(t)
  const cache = join(root, 'cache')
  assert.deepEqual(await changed(folder, 'HEAD', cache), [])
  write('one.html', '<p>Made-up one, changed</p>')
  write('two.css', 'p { color: #222 }')
  write('new.html', '<p>Made-up and new</p>')
  assert.deepEqual(await changed(folder, 'HEAD', cache), ['new.html', 'one.html', 'two.html'])
})

test('an unknown revision, and an address, are refused with a sentence', async (t) => {
  const { root, folder } = repository(t)
  const cache = join(root, 'cache')
  await assert.rejects(changed(folder, 'made-up', cache), NoSuchTarget)
  await assert.rejects(changed('https://made-up.example/', 'HEAD', cache), NoSuchTarget)
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { copyProject } from '../../../scripts/copy.ts'
import { serveForTests } from '../../site/serve.ts'
import { rightFiles } from '../document/made-up-content.ts'

/*
 * A day of a press officer, in a git repository of its own: the programs that npm runs, and what
 * the public is answered by the server after each of them.
 */

const file = 'content/press-releases/made-up-day.mdx'
const page = '/press-releases/made-up-day/'
let copy = ''

/** No variable of the machine may say what the day is for. */
const environment = (now: string) => ({
  PATH: process.env.PATH,
  HOME: copy,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_COMMITTER_DATE: now,
  GIT_AUTHOR_DATE: now,
  SITE_NOW: now,
})

before(() => {
  copy = copyProject(join(import.meta.dirname, '..', '..', '..'))
  rmSync(join(copy, 'content'), { recursive: true })
  for (const [name, text] of Object.entries(rightFiles)) {
    mkdirSync(dirname(join(copy, name)), { recursive: true })
    writeFileSync(join(copy, name), text)
  }
  git('2031-05-01T09:00:00Z', 'init', '--quiet', '--initial-branch=main')
  commit('2031-05-01T09:00:00Z', 'Begin')
})
after(() => {
  rmSync(copy, { recursive: true, force: true })
})

function git(now: string, ...args: string[]): void {
  const who = ['-c', 'user.name=Made-up', '-c', 'user.email=made-up@made-up.example']
  const options = { cwd: copy, env: environment(now), encoding: 'utf8' } as const
  const { status, stderr } = spawnSync('git', [...who, ...args], options)
  assert.equal(status, 0, stderr)
}

function commit(now: string, message: string): void {
  git(now, 'add', '--all', 'content')
  git(now, 'commit', '--quiet', '--message', message)
}

/** Runs one of the programs of package.json; what it said, whatever it ended with. */
function run(now: string, program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(copy, 'scripts', `${program}.ts`), ...args],
    { cwd: copy, env: environment(now), encoding: 'utf8' },
  )
  return { status, said: stdout + stderr }
}

function succeed(now: string, program: string, ...args: string[]): string {
  const { status, said } = run(now, program, ...args)
  assert.equal(status, 0, said)
  return said
}

function edit(name: string, part: string, by: string): void {
  const text = readFileSync(join(copy, name), 'utf8')
  assert.equal(text.split(part).length, 2, `“${part}” stands once in ${name}`)
  writeFileSync(join(copy, name), text.replace(part, by))
}

interface Answer {
  status: number
  words: string
  location: string | null
}

/** What the public is answered after a build, by the address that is asked for. */
async function published(
  now: string,
  addresses: readonly string[],
  { preview = false } = {},
): Promise<(address: string) => Answer> {
  succeed(now, 'build', ...(preview ? ['--preview'] : []))
  const site = await serveForTests(join(copy, preview ? 'dist-preview' : 'dist', 'client'), now)
  const answers = new Map<string, Answer>()
  try {
    for (const address of addresses) {
      const answer = await fetch(site.address + address, { redirect: 'manual' })
      const location = answer.headers.get('location')
      answers.set(address, { status: answer.status, words: await answer.text(), location })
    }
  } finally {
    site.stop()
  }
  return (address) => {
    const answer = answers.get(address)
    assert.ok(answer, `${address} was asked for`)
    return answer
  }
}

test('a press officer writes, previews, schedules, corrects, moves and withdraws a release', async () => {
  const morning = '2031-05-05T08:00:00Z'
  writeFileSync(join(copy, 'text.md'), 'The harbor of nowhere opens at noon.\n')
  const made = succeed(
    morning,
    'new',
    ...['release', '--id', 'made-up-day', '--title', 'A made-up day at the harbour'],
    ...['--summary', 'Nothing opens anywhere.', '--kind', 'press-release'],
    ...['--from', 'council-of-nowhere', '--embargo', '2031-05-06 00:01', '--text', 'text.md'],
  )
  assert.match(made, /Written: content\/press-releases\/made-up-day\.mdx/)
  assert.match(readFileSync(join(copy, file), 'utf8'), /embargoUntil: 2031-05-06T00:01:00\+01:00/)
  succeed(morning, 'check')
  commit(morning, 'Draft the made-up day')

  const preview = await published(morning, [page], { preview: true })
  assert.equal(preview(page).status, 200)
  assert.match(preview(page).words, /Preview: this text is not public/)
  assert.match(preview(page).words, /<meta name="robots" content="noindex"/)

  edit(file, 'state: draft', 'state: published')
  succeed(morning, 'check')
  commit(morning, 'Approve the made-up day')
  assert.match(
    succeed(morning, 'due'),
    /Tuesday 6 May 2031 at 00:01.*A made-up day at the harbour/s,
  )

  const lists = ['/press-releases/', '/feed.json', '/sitemap-2031.xml']
  const early = await published('2031-05-05T23:00:59Z', [page, ...lists])
  assert.equal(early(page).status, 404)
  for (const list of lists) assert.doesNotMatch(early(list).words, /made-up-day|made-up day/)
  const onTime = await published('2031-05-05T23:01:00Z', [page, ...lists])
  assert.equal(onTime(page).status, 200)
  assert.match(onTime(page).words, /The harbor of nowhere opens at noon\./)
  for (const list of lists) assert.match(onTime(list).words, /made-up-day/)

  const noon = '2031-05-06T11:00:00Z'
  edit(file, 'The harbor of nowhere opens at noon.', 'The harbour of nowhere opens at one.')
  const silent = run(noon, 'check')
  assert.equal(silent.status, 1, silent.said)
  assert.match(
    silent.said,
    /made-up-day\.mdx:18:1: error: The words of this public text were changed, and nothing says so: “harbor” is now “harbour”/,
  )
  assert.match(silent.said, /npm run new -- (change|correction)/)
  succeed(
    noon,
    'new',
    ...['correction', '--target', 'made-up-day', '--where', 'The first sentence'],
    ...['--said', 'at noon', '--says', 'at one', '--why', 'Nobody looked at a clock.'],
  )
  succeed(noon, 'check')
  commit(noon, 'Correct the hour')

  const versions = `${page}versions/`
  const corrected = await published('2031-05-06T11:30:00Z', [
    page,
    versions,
    `${page}versions/1/`,
    '/corrections/',
    '/updates/',
    '/feed.json',
  ])
  assert.match(corrected(page).words, /Corrected on 6 May 2031.*opens at one/s)
  assert.match(corrected(page).words, /Updated <time datetime="2031-05-06">/)
  assert.match(corrected('/corrections/').words, /It said: “at noon”\. It now says: “at one”\./)
  assert.match(corrected('/updates/').words, /A made-up day at the harbour/)
  assert.match(corrected('/feed.json').words, /"date_modified": ?"2031-05-06T11:00:00Z"/)
  assert.match(
    corrected(versions).words,
    /Version 2, public since Tuesday 6 May 2031 at 12:00 in London/,
  )
  assert.match(
    corrected(versions).words,
    /Version 1, public since Tuesday 6 May 2031 at 00:01 in London/,
  )
  assert.match(corrected(versions).words, /<del>noon\.?<\/del>/)
  assert.match(corrected(versions).words, /<ins>one\.?<\/ins>/)
  const first = corrected(`${page}versions/1/`)
  assert.match(first.words, /The harbor of nowhere opens at noon\./)
  assert.match(first.words, /<meta name="robots" content="noindex"/)

  const later = '2031-05-07T09:00:00Z'
  const renamed = 'content/press-releases/made-up-harbour.mdx'
  renameSync(join(copy, file), join(copy, renamed))
  const moved = run(later, 'check')
  assert.equal(moved.status, 1, moved.said)
  assert.match(moved.said, /\/press-releases\/made-up-day\/: \/press-releases\/made-up-harbour\//)
  writeFileSync(join(copy, 'content/redirects.yaml'), `${page}: /press-releases/made-up-harbour/\n`)
  for (const update of ['2031-05-06-made-up-day-correction.mdx']) {
    edit(`content/updates/${update}`, 'release: made-up-day', 'release: made-up-harbour')
  }
  succeed(later, 'check')
  commit(later, 'Give the made-up day its name')

  succeed(
    '2031-05-07T12:00:00Z',
    'new',
    ...['withdrawal', '--target', 'made-up-harbour', '--why', 'There is no harbour.'],
  )
  succeed('2031-05-07T12:00:00Z', 'check')
  commit('2031-05-07T12:00:00Z', 'Withdraw it')
  const there = '/press-releases/made-up-harbour/'
  const old = `${page.slice(0, -1)}.pdf`
  const withdrawn = await published('2031-05-07T13:00:00Z', [
    ...[page, old, there, `${there}versions/`],
    ...lists,
  ])
  assert.deepEqual([withdrawn(page).status, withdrawn(page).location], [301, there])
  assert.deepEqual(
    [withdrawn(old).status, withdrawn(old).location],
    [301, `${there.slice(0, -1)}.pdf`],
  )
  assert.equal(withdrawn(there).status, 200)
  assert.match(withdrawn(there).words, /<h2>Withdrawn<\/h2>.*There is no harbour\./s)
  assert.match(withdrawn(there).words, /The harbour of nowhere opens at one\./)
  assert.doesNotMatch(withdrawn('/press-releases/').words, /made-up-harbour/)
  assert.match(withdrawn('/feed.json').words, /Withdrawn: A made-up day/)
  const all = withdrawn(`${there}versions/`).words
  assert.match(all, /Version 1, public since Tuesday 6 May 2031 at 00:01 in London/)
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'

/* The workflow as GitHub reads it; its shell is run here with stand-ins for GitHub and the server. */

const project = join(import.meta.dirname, '..', '..', '..')

const step = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
})
const workflow = z
  .object({
    on: z.object({
      push: z.object({ branches: z.array(z.string()) }),
      schedule: z.array(z.object({ cron: z.string() })),
      workflow_dispatch: z.object({ inputs: z.record(z.string(), z.object({ type: z.string() })) }),
    }),
    permissions: z.record(z.string(), z.string()),
    concurrency: z.object({
      group: z.string(),
      'cancel-in-progress': z.boolean(),
      queue: z.string(),
    }),
    defaults: z.object({ run: z.object({ shell: z.string() }) }),
    jobs: z.record(
      z.string(),
      z.object({
        needs: z.union([z.string(), z.array(z.string())]).optional(),
        if: z.string().optional(),
        permissions: z.record(z.string(), z.string()).optional(),
        environment: z.object({ name: z.string() }).optional(),
        steps: z.array(step),
      }),
    ),
  })
  .parse(parse(readFileSync(join(project, '.github/workflows/publish.yml'), 'utf8')))

const { jobs } = workflow
const steps = Object.entries(jobs).flatMap(([job, { steps }]) =>
  steps.map((each) => ({ job, ...each })),
)
const needsOf = (job: string) => [jobs[job]?.needs ?? []].flat()

test('it runs on main, on a timetable and by hand, one run after the other', () => {
  assert.deepEqual(workflow.on.push.branches, ['main'])
  assert.deepEqual(workflow.on.schedule, [{ cron: '*/10 * * * *' }])
  assert.equal(workflow.on.workflow_dispatch.inputs.although_nothing_is_due?.type, 'boolean')
  assert.deepEqual(workflow.concurrency, {
    group: 'publish',
    'cancel-in-progress': false,
    queue: 'max',
  })
})

test('what is deployed has been checked, built and tested, in this order', () => {
  const commands = jobs.build?.steps.map(({ run }) => run).filter((run) => run?.startsWith('npm'))
  assert.deepEqual(commands, ['npm ci', 'npm run check -- --github', 'npm run build'])
  assert.deepEqual(needsOf('build'), ['due'])
  assert.deepEqual(needsOf('test'), ['due', 'build'])
  for (const job of ['server', 'pages']) {
    assert.deepEqual(needsOf(job), ['due', 'build', 'test'])
    assert.match(jobs[job]?.if ?? '', /build\.result == 'success'/)
    assert.match(
      jobs[job]?.if ?? '',
      /\(needs\.test\.result == 'success' \|\| needs\.due\.outputs\.is_new == 'false'\)/,
    )
  }
  assert.equal(jobs.test?.if, "needs.due.outputs.is_new == 'true'")
})

test('each job may do what it needs and no more', () => {
  assert.deepEqual(workflow.permissions, { contents: 'read' })
  const more = Object.entries(jobs).flatMap(([job, { permissions }]) =>
    permissions ? [[job, permissions]] : [],
  )
  assert.deepEqual(more, [
    ['due', { actions: 'read', contents: 'read' }],
    ['pages', { pages: 'write', 'id-token': 'write' }],
  ])
  for (const { job, uses, with: parameters } of steps) {
    if (!uses?.startsWith('actions/checkout@')) continue
    assert.equal(parameters?.['persist-credentials'], false, job)
    assert.equal(parameters['fetch-depth'], 0, job)
  }
  const secrets = steps.filter((each) => JSON.stringify(each).includes('secrets.'))
  assert.deepEqual(
    secrets.map(({ job }) => job),
    ['server'],
  )
  assert.equal(jobs.server?.environment?.name, 'production')
})

test('every program that it runs is one of npm’s', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')))
  const names = steps.flatMap(({ run = '' }) =>
    [...run.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name),
  )
  assert.deepEqual([...new Set(names)].toSorted(), ['build', 'check', 'due'])
  for (const name of names) assert.ok(name in scripts, `npm run ${name}`)
})

test('its shell can be read, and nothing from outside is pasted into it', () => {
  assert.equal(workflow.defaults.run.shell, 'bash')
  const shells = steps.flatMap(({ run }) => run ?? [])
  assert.ok(shells.length > 8)
  for (const run of shells) {
    assert.ok(!run.includes('${{'), run)
    const { status, stderr } = spawnSync('bash', ['-n'], { input: run, encoding: 'utf8' })
    assert.deepEqual([status, stderr], [0, ''], run)
  }
})

/** The shell of a step, as GitHub runs it, in a folder with programs that stand in for others. */
function run(
  folder: string,
  job: string,
  name: string,
  env: Record<string, string>,
  programs: Record<string, string> = {},
) {
  const script = jobs[job]?.steps.find((each) => each.id === name || each.name === name)?.run
  assert.ok(script, `${job} has no step ${name}`)
  for (const [program, text] of Object.entries(programs)) {
    write(folder, `bin/${program}`, `#!/usr/bin/env bash\n${text}\n`)
    chmodSync(join(folder, 'bin', program), 0o755)
  }
  const output = join(folder, 'output')
  rmSync(output, { force: true })
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}`,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: join(folder, 'summary'),
        ...env,
      },
    },
  )
  const lines = existsSync(output) ? readFileSync(output, 'utf8').trim().split('\n') : []
  return { status, stdout, stderr, outputs: lines.join(' ') }
}

function write(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'made-up-run-'))
  t.after(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** Stands in for GitHub's program: says of each kind of run when the last one began, and of what. */
const gh = `case "$*" in
  *"--event push"*) printf '%s' "$PUSHED" ;;
  *"--event workflow_dispatch"*) printf '%s' "$BY_HAND" ;;
  *) printf '%s' "$ANY" ;;
esac`
const history = {
  PUSHED: '2020-01-01T12:00:00Z aaaa\n',
  BY_HAND: '',
  ANY: '2020-01-01T15:00:00Z bbbb\n',
}

for (const [name, env, outputs] of [
  [
    'a push publishes its commit',
    { EVENT: 'push' },
    'since=2020-01-01T15:00:00Z published=aaaa new=bbbb',
  ],
  [
    'the timetable publishes no new commit',
    { EVENT: 'schedule' },
    'since=2020-01-01T15:00:00Z published=aaaa new=',
  ],
  [
    'what was published by hand since counts',
    { EVENT: 'schedule', BY_HAND: '2020-01-01T13:00:00Z cccc\n' },
    'since=2020-01-01T15:00:00Z published=cccc new=',
  ],
  [
    'by hand it publishes though nothing is due',
    { EVENT: 'workflow_dispatch', REGARDLESS: 'true', COMMIT: 'aaaa' },
    'since=2020-01-01T15:00:00Z published=aaaa new=aaaa',
  ],
  [
    'by hand, only what is due, once the commit is public',
    { EVENT: 'workflow_dispatch', REGARDLESS: 'false', COMMIT: 'aaaa' },
    'since=2020-01-01T15:00:00Z published=aaaa new=',
  ],
  [
    'by hand, a commit that never was public',
    { EVENT: 'workflow_dispatch', REGARDLESS: 'false' },
    'since=2020-01-01T15:00:00Z published=aaaa new=bbbb',
  ],
  [
    'before anything was published the timetable does nothing',
    { EVENT: 'schedule', PUSHED: '', ANY: '' },
    'since= published= new=',
  ],
] as const) {
  test(name, (t) => {
    const all = { COMMIT: 'bbbb', REGARDLESS: '', ...history, ...env }
    const found = run(temporary(t), 'due', 'last', all, { gh })
    assert.deepEqual([found.status, found.stderr, found.outputs], [0, '', outputs])
  })
}

for (const [since, outputs] of [
  ['[]', ''],
  ['[{ "what": "made-up release goes out" }]', 'commit=aaaa'],
] as const) {
  test(`the timetable ${outputs === '' ? 'stops when nothing' : 'goes on when something'} is due`, (t) => {
    const npm = `if [ "$1" = run ]; then echo '{ "since": ${since} }'; fi`
    const env = { SINCE: '2020-01-01T15:00:00Z', PUBLISHED: 'aaaa' }
    const found = run(temporary(t), 'due', 'due', env, { npm })
    assert.deepEqual([found.status, found.outputs], [0, outputs])
  })
}

test('a due report that fails is no sign that nothing is due', (t) => {
  const npm = 'if [ "$1" = run ]; then exit 2; fi'
  const found = run(temporary(t), 'due', 'due', { SINCE: 'x', PUBLISHED: 'aaaa' }, { npm })
  assert.notEqual(found.status, 0)
})

/** The runner's programs: GNU tar, sha256sum and mv, which other systems have not. */
const onRunner = { skip: process.platform !== 'linux' }

/** A made-up build in a checkout, packed. */
function pack(
  t: TestContext,
  page: string,
  isReversed = false,
): { folder: string; release: string; log: string } {
  const folder = temporary(t)
  const files = Object.entries({
    'dist/client/index.html': page,
    'dist/client/.well-known/security.txt': 'Contact: made up',
    'dist/headers.json': '{}',
    'src/made-up.ts': '',
    'package.json': '{}',
    'package-lock.json': '{}',
    '.npmrc': '',
  })
  // Folders list their files in the order in which they were made, on some file systems.
  for (const [name, text] of isReversed ? files.toReversed() : files) write(folder, name, text)
  const git = 'if [ "$1" = log ]; then echo 1577880000; fi'
  const { status, stdout, stderr, outputs } = run(folder, 'build', 'pack', {}, { git })
  assert.deepEqual([status, stderr], [0, ''])
  return { folder, release: outputs.replace('release=', ''), log: stdout }
}

test('the same build is packed to the same bytes, whose digests are in the log', onRunner, (t) => {
  const first = pack(t, 'home')
  assert.match(
    first.log,
    /^[0-9a-f]{64} {2}site\.tar\n[0-9a-f]{64} {2}server\.tar\nrelease=[0-9a-f]{16}\n$/,
  )
  assert.equal(pack(t, 'home', true).log, first.log)
  assert.notEqual(pack(t, 'other').release, first.release)
  const list = spawnSync('tar', ['--list', '--file=release/site.tar'], { cwd: first.folder })
  assert.match(list.stdout.toString(), /^client\/\nclient\/\.well-known\/\n/)
})

/** Stand-ins for a connection to another machine, which is this one. */
const connection = {
  ssh: 'while [ "$1" = -i ] || [ "$1" = -o ]; do shift 2; done; shift; exec "$@"',
  rsync: 'from="${@: -2:1}"; to="${@: -1}"; mkdir -p "${to#*:}" && cp -r "$from." "${to#*:}"',
  sudo: 'echo "$*" >> "$FOLDER/restarts"',
  // The service answers unless it serves what is broken.
  curl: '! grep -q broken "$FOLDER/current/dist/client/index.html"',
  npm: 'mkdir node_modules && echo installed >> "$FOLDER/installs"',
}

function deploy(t: TestContext, folder: string, page: string) {
  const { folder: packed, release } = pack(t, page)
  const env = {
    HOST: 'made-up.example',
    HOST_KEY: 'made-up',
    NAME: 'nobody',
    KEY: 'made-up',
    FOLDER: folder,
  }
  for (const name of ['site.tar', 'server.tar', 'SHA256SUMS']) {
    writeFileSync(join(packed, name), readFileSync(join(packed, 'release', name)))
  }
  const title = 'Send the release and switch to it'
  return { release, ...run(packed, 'server', title, { ...env, RELEASE: release }, connection) }
}

test('a release is switched to at once, and those before it stay for going back', onRunner, (t) => {
  const folder = temporary(t)
  const names: string[] = []
  for (const page of ['1', '2', '3', '4', '5', '6', '7']) {
    const { status, stderr, release } = deploy(t, folder, page)
    assert.equal(status, 0, stderr)
    assert.equal(readlinkSync(join(folder, 'current')), `releases/${release}`)
    assert.equal(readFileSync(join(folder, 'current/dist/client/index.html'), 'utf8'), page)
    names.push(release)
  }
  const kept = names.filter((name) => existsSync(join(folder, 'releases', name)))
  assert.equal(kept.length, 6)
  assert.ok(kept.includes(names.at(-1) ?? ''))
  assert.equal(readFileSync(join(folder, 'installs'), 'utf8'), 'installed\n')
  assert.ok(existsSync(join(folder, 'current/node_modules')))
  assert.match(
    readFileSync(join(folder, 'restarts'), 'utf8'),
    /^(-n systemctl restart announcements\n){7}$/,
  )
})

test('a release that does not answer is taken back, and the run fails', onRunner, (t) => {
  const folder = temporary(t)
  const good = deploy(t, folder, 'good')
  const { status, stderr } = deploy(t, folder, 'broken')
  assert.notEqual(status, 0)
  assert.match(stderr, /The new release does not answer: the one before is put back\./)
  assert.equal(readlinkSync(join(folder, 'current')), `releases/${good.release}`)
})

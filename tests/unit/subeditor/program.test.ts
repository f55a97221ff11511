import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import { edited, plan, release, writeRepository } from '../document/made-up-content.ts'
import { draft, draftWith } from './reading.ts'

const project = join(import.meta.dirname, '../../..')

/** Runs `npm run check`, from the project's folder. */
function check(
  parameters: readonly string[],
  env: Record<string, string> = {},
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'scripts/check.ts'), ...parameters],
    { encoding: 'utf8', cwd: project, env: { SITE_NOW: '2020-02-01T12:00:00Z', ...env } },
  )
  return { status, stdout, stderr }
}

test('a right tree has no errors, and the check ends with 0', (context) => {
  const said = { status: 0, stdout: 'No errors.\n', stderr: '' }
  assert.deepEqual(check([writeRepository(context)]), said)
})

const wrong = {
  ...edited(plan, 'To do it again.', 'To do <b>it</b> again, {twice}.'),
  ...edited(release, 'state: published', 'embargoUntill: 2030-01-01T00:00:00Z'),
  ...{ [draft]: draftWith('It opens today.') },
}

test('a wrong tree is reported with where, what and what to write, and the check ends with 1', (context) => {
  const root = writeRepository(context, wrong)
  assert.deepEqual(check([`${relative(project, root)}/`]), {
    status: 1,
    stdout: `content/action-plans/made-up-plan.mdx:25:7: error: Raw HTML: <b>.
    Write Markdown, or one of the elements: <Quotation>, <Actions>, <Action>, <Figure>, <Table>, <KnownIssues>, <HowTested>, <Passage>, <NoteMark>, <DocumentLink>.
content/action-plans/made-up-plan.mdx:25:24: error: An expression in braces stands in the text.
    Take it out, or write \\{ for a brace itself: content is not code.
content/press-releases/made-up-release.mdx:2:1: error: \`state\` is missing.
    How far it is: draft, in-review, ready, published or withdrawn.
content/press-releases/made-up-release.mdx:6:1: error: Unrecognized key \`embargoUntill\`.
    Did you mean \`embargoUntil\`?

1 remark (nothing that stops a publication)

content/press-releases/made-up-draft.mdx
  10:10   “today” says nothing to those who read this in a year. Write the date: 15 January 2020, if that is meant.

4 errors. Nothing can be published yet.
`,
    stderr: '',
  })
})

test('GitHub gets its annotations besides', (context) => {
  const root = writeRepository(context, wrong)
  const { status, stdout } = check([root], { GITHUB_ACTIONS: 'true' })
  assert.equal(status, 1)
  const lines = stdout.split('\n')
  assert.equal(
    lines[3],
    '::error file=content/press-releases/made-up-release.mdx,line=6,col=1,title=Error::Unrecognized key `embargoUntill`. Did you mean `embargoUntil`?',
  )
  assert.match(
    lines[4] ?? '',
    /^::notice file=content\/press-releases\/made-up-draft\.mdx,line=10,/,
  )
  assert.match(stdout, /\n4 errors\. Nothing can be published yet\.\n$/)
})

test('--json prints the problems and nothing else; --errors-only leaves the remarks out', (context) => {
  const root = writeRepository(context, wrong)
  const { stdout } = check([root, '--json'], { GITHUB_ACTIONS: 'true' })
  const { errors, remarks } = JSON.parse(stdout) as Record<string, { line: number }[]>
  assert.deepEqual(
    [errors, remarks].map((those) => those?.map(({ line }) => line)),
    [[25, 25, 2, 6], [10]],
  )
  const short = JSON.parse(check([root, '--json', '--errors-only']).stdout) as typeof errors
  assert.deepEqual(short, { errors, remarks: [] })
})

test('--fix says what it changed', (context) => {
  const root = writeRepository(context, { [draft]: draftWith('It waits  here.') })
  assert.deepEqual(check([root, '--fix']), {
    status: 0,
    stdout: `${draft}:10: mended: doubled spaces became one.\nNo errors.\n`,
    stderr: '',
  })
  assert.equal(readFileSync(join(root, draft), 'utf8'), draftWith('It waits here.'))
})

test('a wrong command ends with 2 and a sentence', (context) => {
  const root = writeRepository(context)
  const known = 'Known are --fix, --json, --github, --base REVISION and --errors-only.'
  for (const [parameters, said] of [
    [['--fixx'], `Unknown option '--fixx'. ${known}`],
    [['--json', '--github'], 'Choose one of --json and --github.'],
    [
      [join(root, 'content')],
      `There is no folder content in ${join(root, 'content')}: name the folder that holds it.`,
    ],
  ] as const) {
    assert.deepEqual(check(parameters), { status: 2, stdout: '', stderr: `${said}\n` })
  }
})

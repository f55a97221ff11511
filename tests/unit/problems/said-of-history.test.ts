import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { historyProblems, type HistoryOptions } from '../../../src/history/check-history.ts'
import { describeProblem } from '../../../src/document/problems.ts'
import {
  MadeUpHistory,
  mdx,
  now,
  plan,
  planText,
  release,
  releaseText,
  update,
} from '../history/made-up-history.ts'

/* What the history of a text says of it, in whole: tests/unit/history shows when. */

const words = 'Some first words.'
const correction = (says: string) =>
  mdx({ type: 'correction', on: '2026-05-01', release: 'made-up', where: 'W', said: 'A', says })

interface Specimen {
  make: (made: MadeUpHistory) => void
  options?: Partial<HistoryOptions>
  said: (made: MadeUpHistory) => string
}

const published = (made: MadeUpHistory) => {
  made.commit('2026-01-01', { [release]: releaseText(words) })
}

const specimens: Record<string, Specimen> = {
  'a word that was changed': {
    make: (made) => {
      published(made)
      made.write({ [release]: releaseText('Some second words.') })
    },
    said: () => `${release}:10:1: error: The words of this public text were changed, and nothing says so: “first” is now “second”.
    Run \`npm run new -- change --target made-up\`, or \`npm run new -- correction --target made-up\` if the text was wrong; for a change that alters no meaning, write content/updates/2026-06-01-made-up-change.mdx with these lines:
      ---
      type: change
      on: 2026-06-01
      release: made-up
      minor: true
      reason: Why the words mean the same as before
      ---`,
  },
  'a text that is a draft again': {
    make: (made) => {
      published(made)
      made.write({ [release]: releaseText(words, { state: 'draft' }) })
    },
    said: () => `${release}:6:1: error: This text was public, and now it would not be.
    Take it away with \`state: withdrawn\` and \`withdrawn:\` with \`on\` and \`why\`: \`npm run new -- withdrawal --target made-up\`.`,
  },
  'a withdrawal that was undone': {
    make: (made) => {
      const withdrawn = { state: 'withdrawn', withdrawn: '{ on: 2026-01-02, why: Made up. }' }
      made.commit('2026-01-01', { [release]: releaseText(words, withdrawn) })
      made.write({ [release]: releaseText(words) })
    },
    said: (
      made,
    ) => `${release}:1:1: error: This text was withdrawn in public, and its withdrawal was changed or taken out.
    Leave it as it was (\`git restore --source ${made.git('rev-parse', 'HEAD').slice(0, 12)} -- ${release}\`); to publish again, write a new text.`,
  },
  'an update that was changed': {
    make: (made) => {
      published(made)
      made.commit('2026-05-01', { [update]: correction('B') })
      made.write({ [update]: correction('C') })
    },
    said: (made) => `${update}:7:1: error: This update was public, and it was changed.
    Leave it as it was (\`git restore --source ${made.git('rev-parse', 'HEAD').slice(0, 12)} -- ${update}\`), and write a new one that says what is right.`,
  },
  'an update that is gone': {
    make: (made) => {
      published(made)
      made.commit('2026-05-01', { [update]: correction('B') })
      made.write({ [update]: undefined })
    },
    said: (made) => `${update}:1:1: error: This update was public, and it is gone.
    Leave it as it was (\`git restore --source ${made.git('rev-parse', 'HEAD').slice(0, 12)} -- ${update}\`), and write a new one that says what is right.`,
  },
  'an action that is gone, as an update says': {
    make: (made) => {
      made.commit('2026-01-01', { [plan]: planText(['one', 'two']) })
      const told = { type: 'change', on: '2026-06-01', plan: 'made-up-plan' }
      made.write({
        [plan]: planText(['one']),
        [update]: mdx({ ...told, significant: 'true', summary: 'Two is gone.' }),
      })
    },
    said: () => `${plan}:5:1: error: The action “two” of this public plan is gone: links lead to /action-plans/made-up-plan/#two.
    Keep the action and its id; what became of it is told by a progress update, such as \`status: stopped\`.`,
  },
  'a text under embargo on a branch that anybody can read': {
    make: (made) => {
      made.commit('2026-01-01', {
        [release]: releaseText(words, { embargoUntil: '2026-07-01T00:01:00+01:00' }),
      })
    },
    options: { publicBranches: ['main'] },
    said: () => `${release}:8:1: error: This text is under embargo until 1 July 2026 at 00:01, and anybody can read it here now.
    Keep it on a branch of a private repository until then.`,
  },
  'a text with its moment on a branch that anybody can read': {
    make: (made) => {
      made.commit('2026-01-01', {
        [release]: releaseText(words, { publishAt: '2026-12-01T09:00:00+00:00' }),
      })
    },
    options: { publicBranches: ['all'] },
    said: () => `${release}:8:1: error: This text goes out on 1 December 2026 at 09:00, and anybody can read it here now.
    Keep it on a branch of a private repository until then.`,
  },
  'a draft on a branch that anybody can read': {
    make: (made) => {
      made.commit('2026-01-01', { [release]: releaseText(words, { state: 'draft' }) })
    },
    options: { publicBranches: ['main'] },
    said: () => `${release}:6:1: remark: Anybody can read this text here, and it is not public yet.
    If nobody is to see it yet, keep it on a branch of a private repository.`,
  },
  'a file that is gone': {
    make: (made) => {
      published(made)
      made.write({ [release]: undefined })
    },
    said: () => `${release}:1:1: error: The address /press-releases/made-up/ was public, and now it leads nowhere.
    Bring ${release} back with \`state: withdrawn\`, or add a line to content/redirects.yaml that says where its words are now: \`/press-releases/made-up/: /the/new/address/\`.`,
  },
  'a file with another name': {
    make: (made) => {
      published(made)
      made.move(release, 'content/press-releases/renamed.mdx')
    },
    said: () => `content/press-releases/renamed.mdx:1:1: error: The address /press-releases/made-up/ was public, and now it leads nowhere.
    Add this line to content/redirects.yaml: \`/press-releases/made-up/: /press-releases/renamed/\`.`,
  },
}

for (const [name, { make, options, said }] of Object.entries(specimens)) {
  test(name, (context) => {
    const made = new MadeUpHistory(context)
    make(made)
    assert.equal(made.problems(options).map(describeProblem).join('\n'), said(made))
  })
}

/* Where nothing can be compared. */

test('a revision that is not there', (context) => {
  const made = new MadeUpHistory(context)
  published(made)
  assert.deepEqual(made.problems({ base: 'made-up-branch' }).map(describeProblem), [
    `content:1:1: error: There is no revision made-up-branch here, so changes of public texts cannot be compared.
    Fetch it: \`git fetch origin\`; in GitHub Actions, \`fetch-depth: 0\`.`,
  ])
})

test('a history of which only the end was fetched', (context) => {
  const made = new MadeUpHistory(context)
  published(made)
  made.commit('2026-01-02')
  const root = join(made.top, 'shallow')
  made.git('clone', '--quiet', '--depth=1', `file://${made.root}`, root)
  assert.deepEqual(made.problems({ root }).map(describeProblem), [
    `content:1:1: remark: There is only a part of the git history here, so changes of public texts cannot be compared.
    Fetch the rest: \`git fetch --unshallow\`; in GitHub Actions, \`fetch-depth: 0\`.`,
  ])
})

test('a folder without a history', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'made-up-folder-'))
  context.after(() => {
    rmSync(root, { recursive: true })
  })
  const current = { addresses: new Set<string>(), redirects: new Map<string, string>() }
  const problems = historyProblems({ root, now, current, publicBranches: [], environment: {} })
  assert.deepEqual(problems.map(describeProblem), [
    `content:1:1: remark: There is no git history here, so changes of public texts cannot be compared.
    Run it in a git checkout; \`git status\` says what is in the way.`,
  ])
})

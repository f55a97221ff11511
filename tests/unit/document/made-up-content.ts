import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import {
  readLibrary,
  type LibraryOptions,
  type Publication,
} from '../../../src/document/library.ts'
import { inReadingOrder, type Problem } from '../../../src/document/problems.ts'
import { compareParsers } from '../../../src/document/second-parser.ts'

/*
 * A small content tree of bodies and people that cannot be taken for real ones. It is right as it
 * stands; a test changes one file and sees what is said about it.
 */

export const release = 'content/press-releases/made-up-release.mdx'
export const plan = 'content/action-plans/made-up-plan.mdx'
export const note = 'content/notes-to-editors/made-up-note.mdx'
export const update = 'content/updates/made-up-update.mdx'
export const page = 'content/pages/made-up-page.mdx'

/** A picture of one pixel. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAGFyXWgAAAABJRU5ErkJggg==',
  'base64',
)

export const rightFiles = {
  'content/people.yaml': `made-up-person:
  name: Made-Up Person
second-person:
  name: Second Person
`,
  'content/organisations.yaml': `ministry-of-made-up-matters:
  name: Ministry of Made-Up Matters
  expansionGiven: false
council-of-nowhere:
  name: Council of Nowhere
  expansionGiven: false
`,
  'content/documents.yaml': `made-up-report:
  title: The made-up report
  availability: mentioned-only
`,
  'content/topics.yaml': `made-up-topic:
  title: Made-up topic
  summary: A topic that nobody has.
`,
  'content/glossary.yaml': `- term: MUM
  meaning: the Ministry of Made-Up Matters
  source: Made up for a test.
`,
  'content/known-issues.yaml': '[]\n',
  'content/site.yaml': `name: Made-Up Announcements
description: Nothing here has happened.
lang: en-GB
disclaimer: All of it is made up.
accessibleFormats:
  heading: Another format?
  paragraphs:
    - Tell us through our form.
  formLink: our form
`,
  'content/images/made-up.png': tinyPng,
  'public/leaflet.txt': 'A made-up leaflet.\n',
  [release]: `---
title: A made-up announcement
summary: Nothing has been announced.
kind: press-release
published: 2020-01-15
state: published
from: [ministry-of-made-up-matters]
announces: [made-up-plan]
mentions:
  - person: made-up-person
    roleAsStated: the Minister for Made-Up Matters
notes: [made-up-note]
---

Some words that open the announcement.

<Actions plan="made-up-plan" />

<Quotation person="made-up-person" roleAsStated="the Minister for Made-Up Matters">
Made-Up Person, the Minister for Made-Up Matters, said:

“Nothing was said.”
</Quotation>
`,
  [plan]: `---
title: A made-up plan
summary: Two actions that nobody takes.
published: 2020-01-15
state: published
announcedIn: made-up-release
owner:
  asStated: the Minister for Made-Up Matters
notes: [made-up-note]
actions:
  - id: first-action
    title: First action
  - id: second-action
    title: Second action
---

The plan is made up.

<Actions>
<Action id="first-action">
To do nothing about <NoteMark note="made-up-note">imaginary numbers</NoteMark>.
</Action>

<Action id="second-action">
To do it again.
</Action>
</Actions>
`,
  [note]: `---
title: Imaginary numbers
summary: What the numbers are.
mark: "*"
refersTo: imaginary numbers
---

They are made up as well.
`,
  [page]: `---
title: Made-up page
summary: A page about nothing.
reviewed: 2020-01-15
---

Words of the page.
`,
} as const satisfies Files

/** The pages that are there whatever is public. */
export const unchangingPages = [
  '/corrections/',
  '/made-up-page/',
  '/organisations/',
  '/people/',
  '/updates/',
]

/** Files by path; undefined takes a file away. */
export type Files = Record<string, string | Uint8Array | undefined>

/** Writes the right tree, with some files changed, into a folder that lasts as long as the test. */
export function writeContent(context: TestContext, changed: Files = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'made-up-content-'))
  context.after(() => {
    rmSync(root, { recursive: true })
  })
  for (const [name, content] of Object.entries<Files[string]>({ ...rightFiles, ...changed })) {
    if (content === undefined) continue
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return root
}

export const someDay = new Date('2020-02-01T12:00:00Z')

/** Reads a content tree: what is wrong with it, in reading order, and what is public. */
export function read(
  root: string,
  options: Partial<Omit<LibraryOptions, 'root' | 'publish'>> = {},
): { problems: Problem[]; published: Map<string, Publication> } {
  const published = new Map<string, Publication>()
  const { problems } = readLibrary({
    root,
    siteUrl: 'https://made-up.example',
    now: someDay,
    ...options,
    publish: (publication) => published.set(publication.address, publication),
  })
  return { problems: inReadingOrder(problems.all), published }
}

/** One of the right files with a part of it replaced; the part must be there, once. */
export function edited(file: keyof typeof rightFiles, part: string, by: string): Files {
  const text = rightFiles[file].toString()
  assert.equal(text.split(part).length, 2, `“${part}” stands once in ${file}`)
  return { [file]: text.replace(part, () => by) }
}

/** The press release with other words in its body, after its opening on line 15. */
export function withBody(body: string): Files {
  return edited(release, 'Some words that open the announcement.', body)
}

/** What is wrong: its place as line:column, of the press release or after the path of another file. */
export type Said = readonly [where: string, what: string, mend: string]

/** Asserts that these errors, and no others, are reported of a changed tree, in this order. */
export function assertErrors(context: TestContext, changed: Files, said: readonly Said[]): void {
  const { problems } = read(writeContent(context, changed), { inspect: compareParsers })
  assert.deepEqual(
    problems.map(({ file, line, column, what, mend }) => [`${file}:${line}:${column}`, what, mend]),
    said.map(([where, what, mend]) => [
      where.includes('/') ? where : `${release}:${where}`,
      what,
      mend,
    ]),
  )
  assert.ok(problems.every(({ level }) => level === 'error'))
}

/** The same in a git repository of its own, committed, for programs that look at its history. */
export function writeRepository(context: TestContext, changed: Files = {}): string {
  const root = writeContent(context, changed)
  const git = (...args: string[]) => {
    const { status, stderr } = spawnSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    })
    assert.equal(status, 0, stderr)
  }
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  const who = ['-c', 'user.name=Made-up', '-c', 'user.email=made-up@made-up.example']
  git(...who, 'commit', '--quiet', '--message=Begin')
  return root
}

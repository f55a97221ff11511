import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { historyProblems, type HistoryOptions } from '../../../src/history/check-history.ts'
import {
  readVersions,
  type Version,
  type VersionOptions,
} from '../../../src/history/read-versions.ts'
import type { Problem } from '../../../src/document/problems.ts'

/*
 * Real repositories in temporary folders, with texts that are visibly made up. What this machine
 * sets for git, or a hook that runs these tests, must not matter.
 */
process.env.GIT_CONFIG_GLOBAL = '/dev/null'
process.env.GIT_CONFIG_NOSYSTEM = '1'
for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']) {
  Reflect.deleteProperty(process.env, name)
}

export const now = new Date('2026-06-01T12:00:00Z')
export const release = 'content/press-releases/made-up.mdx'
export const plan = 'content/action-plans/made-up-plan.mdx'
export const note = 'content/notes-to-editors/made-up-note.mdx'
export const update = 'content/updates/made-up-update.mdx'

/** A made-up release that has been public since 15 January 2020, unless its fields say otherwise. */
export function releaseText(body: string, fields: Record<string, string> = {}): string {
  const all = {
    title: 'A made-up release',
    summary: 'Nothing was announced.',
    kind: 'press-release',
    published: '2020-01-15',
    state: 'published',
    from: '[ministry-of-made-up-matters]',
    ...fields,
  }
  return mdx(all, body)
}

export function planText(actions: readonly string[], fields: Record<string, string> = {}): string {
  const listed = actions.map((id) => `{ id: ${id}, title: ${id} }`).join(', ')
  const text = actions.map((id) => `<Action id="${id}">\nTo do nothing.\n</Action>\n`).join('\n')
  const facts = { published: '2020-01-15', state: 'published', actions: `[${listed}]` }
  return mdx({ title: 'A made-up plan', ...facts, ...fields }, `<Actions>\n${text}</Actions>`)
}

export function mdx(fields: Record<string, string>, body = ''): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`)
  return `---\n${lines.join('')}---\n${body === '' ? '' : `\n${body}\n`}`
}

/** Files by path; undefined takes a file away. */
export type Files = Record<string, string | undefined>

export class MadeUpHistory {
  readonly root: string
  /** The folder of the repository: the project may be further down in it. */
  readonly top: string

  /** @param below where in the repository the project is. */
  constructor(context: TestContext, below = '') {
    this.top = mkdtempSync(join(tmpdir(), 'made-up-history-'))
    this.root = join(this.top, below)
    mkdirSync(this.root, { recursive: true })
    context.after(() => {
      rmSync(this.top, { recursive: true })
    })
    this.git('init', '--quiet', '--initial-branch=main', this.top)
    for (const setting of ['user.name=Nobody', 'user.email=nobody@nowhere.example']) {
      this.git('config', ...setting.split('='))
    }
    this.git('config', 'commit.gpgsign', 'false')
  }

  git(...parameters: string[]): string {
    return this.gitAt(undefined, ...parameters)
  }

  gitAt(date: string | undefined, ...parameters: string[]): string {
    const dates = date === undefined ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
    const { status, stdout, stderr } = spawnSync('git', parameters, {
      cwd: this.root,
      env: { ...process.env, ...dates },
      encoding: 'utf8',
    })
    assert.equal(status, 0, `git ${parameters.join(' ')}: ${stderr}`)
    return stdout.trim()
  }

  /** @param stream what `git fast-import` reads. */
  import(stream: Iterable<string>): void {
    const { status } = spawnSync('git', ['fast-import', '--quiet'], {
      cwd: this.root,
      input: [...stream].join(''),
    })
    assert.equal(status, 0)
  }

  write(files: Files): this {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.root, path)
      if (text === undefined) {
        rmSync(file)
        continue
      }
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    return this
  }

  move(from: string, to: string): this {
    mkdirSync(dirname(join(this.root, to)), { recursive: true })
    renameSync(join(this.root, from), join(this.root, to))
    return this
  }

  /** @param day on which the commit is made, at noon. @returns its id. */
  commit(day: string, files: Files = {}): string {
    this.write(files)
    this.git('add', '--all')
    this.gitAt(`${day}T12:00:00Z`, 'commit', '--quiet', '--allow-empty', '--message=Made up')
    return this.git('rev-parse', 'HEAD')
  }

  problems(options: Partial<HistoryOptions> = {}): Problem[] {
    return historyProblems({
      root: this.root,
      now,
      current: { addresses: new Set(), redirects: new Map() },
      publicBranches: [],
      environment: {},
      ...options,
    })
  }

  versions(address: string, options: Partial<VersionOptions> = {}): Version[] {
    return readVersions({ root: this.root, now, ...options })?.get(address) ?? []
  }
}

/** The days on which versions became public, with the last line of each. */
export function told(versions: readonly Version[]): [day: string, words: string | undefined][] {
  return versions.map(({ since, words }) => [since.toISOString().slice(0, 16), words.at(-1)?.words])
}

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import type { TestContext } from 'node:test'
import { parse } from 'yaml'
import { compareParsers } from '../../../src/document/second-parser.ts'
import { partsOf } from '../../../src/drafting/amend.ts'
import { runDrafting } from '../../../src/drafting/main.ts'
import { read, someDay, writeContent, type Files } from '../document/made-up-content.ts'

/* Drafts that are begun in a made-up content tree, at noon of 1 February 2020. */

export interface Begun {
  exitCode: number
  /** What was said on standard output and on standard error. */
  said: string
  wrong: string
}

export class Desk {
  readonly root: string
  /** The files of content/ before anything was begun. */
  readonly before: Map<string, string>

  constructor(context: TestContext, changed: Files = {}) {
    this.root = writeContent(context, changed)
    this.before = this.files()
  }

  /** Begins something with flags; nobody is there to be asked. */
  begin(...words: string[]): Promise<Begun> {
    return this.#run(words, new PassThrough())
  }

  /** Begins something in a conversation: an answer is typed when a prompt has come. */
  converse(words: string[], answers: readonly string[]): Promise<Begun> {
    const left = [...answers]
    const input = Object.assign(new PassThrough(), { isTTY: true })
    return this.#run(words, input, () => {
      const next = left.shift()
      if (next === undefined) input.end()
      else input.write(`${next}\n`)
    })
  }

  async #run(words: string[], input: PassThrough, prompted?: () => void): Promise<Begun> {
    const said = new Written(prompted)
    const wrong = new Written()
    const exitCode = await runDrafting([...words, ...this.#where(words)], {
      env: { SITE_NOW: someDay.toISOString(), SITE_URL: 'https://made-up.example' },
      input,
      output: said,
      messages: wrong,
      root: join(import.meta.dirname, '..', '..', '..'),
    })
    return { exitCode, said: said.text, wrong: wrong.text }
  }

  /** Words that stand alone must stay the last ones. */
  #where(words: string[]): string[] {
    return words.length === 0 || words[0] === 'help' ? [] : ['--root', this.root]
  }

  text(file: string): string {
    return readFileSync(join(this.root, file), 'utf8')
  }
  front(file: string): Record<string, unknown> {
    const front: unknown = parse(partsOf(this.text(file)).yaml)
    assert.ok(typeof front === 'object' && front !== null)
    return { ...front }
  }
  files(): Map<string, string> {
    const entries = readdirSync(join(this.root, 'content'), {
      recursive: true,
      withFileTypes: true,
    })
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.root.length + 1))
    return new Map(names.toSorted().map((name) => [name, this.text(name)]))
  }

  /** The names of the files that are new or have other bytes than at the beginning. */
  touched(): string[] {
    const now = this.files()
    assert.deepEqual(
      [...this.before.keys()].filter((name) => !now.has(name)),
      [],
    )
    return [...now].filter(([name, text]) => this.before.get(name) !== text).map(([name]) => name)
  }

  /** Asserts that both parsers and every check take all of it, also when all of it is public. */
  assertRight(): void {
    for (const preview of [false, true]) {
      const { problems } = read(this.root, { inspect: compareParsers, preview })
      assert.deepEqual(
        problems.filter(({ level }) => level === 'error'),
        [],
      )
    }
  }
}

/** Collects what is written; says when it ends with a prompt. */
class Written extends Writable {
  text = ''
  readonly #prompted: (() => void) | undefined

  constructor(prompted?: () => void) {
    super()
    this.#prompted = prompted
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    if (this.text.endsWith('> ')) this.#prompted?.()
    done()
  }
}

import { parseArgs } from 'node:util'
import { nearest } from '../document/problems.ts'
import type { Flags } from './collect.ts'
import type { Question } from './questions.ts'
import { Refusal } from './refusal.ts'

/** What was typed after the kind. */
export interface Typed {
  readonly flags: Flags
  readonly help: boolean
  /** The folder that holds content/, when it is another than the project's: for tests. */
  readonly root: string | undefined
}

/**
 * @param kind the word for what is begun
 * @param words what was typed after it
 * @throws {Refusal} when a flag is not known, or words stand outside of flags
 */
export function readFlags(
  kind: string,
  questions: readonly Question[],
  words: readonly string[],
): Typed {
  const options = Object.fromEntries(
    questions.map(({ flag, yesNo }) => [
      flag,
      yesNo ? ({ type: 'boolean' } as const) : ({ type: 'string', multiple: true } as const),
    ]),
  )
  const { values, positionals } = parse()
  const [stray] = positionals
  if (stray !== undefined) {
    throw new Refusal(
      `“${stray}” belongs to no flag.`,
      'Put quotes round words with spaces: --title "New bus routes".',
    )
  }
  const { help, root, ...typed } = values
  const flags = Object.entries(typed).map(
    ([flag, value]) =>
      [flag, Array.isArray(value) ? value.map(String) : [value ? 'yes' : 'no']] as const,
  )
  return {
    flags: new Map(flags),
    help: help === true,
    root: typeof root === 'string' ? root : undefined,
  }

  function parse() {
    try {
      return parseArgs({
        args: [...words],
        options: { ...options, root: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
        allowPositionals: true,
        allowNegative: true,
      })
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const unknown = /^Unknown option '-*([^']*)'/.exec(error.message)?.[1]
      if (unknown === undefined) throw new Refusal(error.message, '')
      const near = nearest(unknown, Object.keys(options))
      throw new Refusal(
        `“${kind}” has no flag --${unknown}.`,
        near === undefined ? `Write “${kind} --help” for all of them.` : `Did you mean --${near}?`,
      )
    }
  }
}

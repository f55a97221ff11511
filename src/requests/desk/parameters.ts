import { parseArgs } from 'node:util'
import { nearest } from '../../document/problems.ts'
import { commands, type Command, type Option } from './commands.ts'
import { DeskError, type Asked } from './desk.ts'
import { printable } from './printable.ts'

const everywhere = { json: { about: 'as one JSON value' }, help: { about: 'show this help' } }

/** @returns the options of a command, those of every command at the end */
export const optionsOf = (command: Command): Readonly<Record<string, Option>> => ({
  ...command.options,
  ...everywhere,
})

/**
 * @param name the first word that was typed
 * @throws {DeskError} when no command has the name
 */
export function commandNamed(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command) return command
  const near = nearest(name, [...Object.keys(commands), 'help'])
  throw new DeskError(
    `There is no command "${printable(name).slice(0, 40)}". ${near === undefined ? 'Write "help" for all of them.' : `Did you mean "${near}"?`}`,
    2,
  )
}

/**
 * @param name the command's
 * @param typed what was typed after it
 * @throws {DeskError} when an option is not known, or words are missing or too many
 */
export function readParameters(name: string, typed: readonly string[]): Asked {
  const command = commandNamed(name)
  const options = optionsOf(command)
  const { values, positionals } = parse()
  const flag = (option: string) => values[option] === true
  if (!flag('help')) checkWords()
  if (flag('json') && flag('csv')) throw new DeskError('Write --json or --csv, not both.', 2)
  return {
    words: positionals,
    flag,
    option: (option) => {
      const value = values[option]
      return typeof value === 'string' ? value : undefined
    },
  }

  function parse() {
    const described: Record<string, { type: 'boolean' | 'string' }> = {}
    for (const [option, { value }] of Object.entries(options)) {
      described[option] = { type: value === undefined ? 'boolean' : 'string' }
    }
    try {
      return parseArgs({ args: [...typed], allowPositionals: true, options: described })
    } catch (error) {
      throw misuse(error instanceof Error ? error.message : String(error))
    }
  }

  function misuse(message: string): DeskError {
    const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1]
    if (unknown === undefined) return new DeskError(printable(message), 2)
    const near = nearest(unknown.replace(/^-+/, ''), Object.keys(options))
    const help = near === undefined ? `Write "help ${name}".` : `Did you mean --${near}?`
    const words = `"${name}" has no option "${printable(unknown).slice(0, 40)}". ${help}`
    return new DeskError(`${words} Words that begin with - stand after --.`, 2)
  }

  function checkWords(): void {
    const wanted = command.words?.split(' ') ?? []
    const missing = wanted.filter((word) => !word.startsWith('['))[positionals.length]
    if (missing !== undefined) {
      throw new DeskError(`${missing} is missing: write "${name} ${command.words ?? ''}".`, 2)
    }
    const most = wanted.at(-1)?.endsWith('…') ? Infinity : wanted.length
    if (positionals.length > most) {
      throw new DeskError(
        `"${name}" takes ${most === 0 ? 'no words' : command.words} and not "${printable(positionals[most] ?? '').slice(0, 40)}".`,
        2,
      )
    }
  }
}

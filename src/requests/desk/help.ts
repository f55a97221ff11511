import { commands, type Command } from './commands.ts'
import type { Answer } from './desk.ts'
import { commandNamed, optionsOf } from './parameters.ts'

/** @returns what all commands do, or one of them */
export function help(name?: string): Answer {
  return name === undefined || name === 'help' ? helpWithAll() : helpWith(name, commandNamed(name))
}

function helpWithAll(): Answer {
  const lines = Object.entries(commands).map(
    ([name, { words, about }]) => `  ${usage(name, words).padEnd(18)}${about}\n`,
  )
  return {
    data: Object.entries(commands).map(([name, command]) => describe(name, command)),
    text: `The desk for requests for formats: npm run requests -- COMMAND

${lines.join('')}
help COMMAND tells more about one. Every command takes --json. REF is a
reference; small letters, spaces and hyphens make no difference.

Exit codes: 0 done; 1 not found, or something is wrong; 2 typed or set
wrongly; 3 the database cannot be reached.
`,
  }
}

function helpWith(name: string, command: Command): Answer {
  const options = Object.entries(optionsOf(command))
  const lines = options.map(([option, { about, value }]) => {
    const typed = value === undefined ? `--${option}` : `--${option} ${value}`
    return `  ${typed.padEnd(18)}${about}\n`
  })
  return {
    data: describe(name, command),
    text: `npm run requests -- ${usage(name, command.words)}\n\n${command.about}\n\n${lines.join('')}`,
  }
}

const usage = (name: string, words?: string): string => (words ? `${name} ${words}` : name)

const describe = (name: string, command: Command) => ({
  name,
  words: command.words ?? '',
  about: command.about,
  options: optionsOf(command),
})

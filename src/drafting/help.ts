import { kinds, kindsOfUpdate } from './kinds.ts'
import type { Question } from './questions.ts'

/** @returns what there is to begin, or the flags of one kind */
export function help(name?: string, questions: readonly Question[] = []): string {
  if (name === undefined) return helpWithAll()
  const lines = questions.map(
    (question) => `  ${flagInWords(question)}\n      ${aboutInWords(question)}\n`,
  )
  return `npm run new -- ${name}\n\n${aboutOf(name)}\n\n${lines.join('')}`
}

function helpWithAll(): string {
  const lines = ['update', ...Object.keys(kinds)].map(
    (name) => `  ${name.padEnd(14)}${aboutOf(name)}\n`,
  )
  return `npm run new -- KIND

Begins something new for content/. It asks what it must know, writes the file, checks it, and says
what to do next.

${lines.join('')}
npm run new -- KIND --help lists the flags of one. With flags it asks only for what is missing and
cannot be left out.

Exit codes: 0 written; 1 not written, because of an error in the content; 2 typed wrongly.
`
}

function aboutOf(name: string): string {
  return kinds[name]?.about ?? `One of these: ${kindsOfUpdate.join(', ')}.`
}

function flagInWords({ flag, yesNo }: Question): string {
  return yesNo ? `--[no-]${flag}` : `--${flag} …`
}

function aboutInWords({ about, need, many, initial, when }: Question): string {
  return [
    about,
    ...(need === 'required' && !initial ? [when ? 'Required where it applies.' : 'Required.'] : []),
    ...(many ? ['May be repeated.'] : []),
  ].join(' ')
}

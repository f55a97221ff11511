import { ConfigurationError, readConfiguration } from '../configuration.ts'
import { suggest } from '../document/problems.ts'
import { collect, type Ask, type Flags } from './collect.ts'
import { openDialogue } from './dialogue.ts'
import { readFlags } from './flags.ts'
import { help } from './help.ts'
import { takeInventory, type Inventory } from './inventory.ts'
import { kinds, kindsOfUpdate } from './kinds.ts'
import type { Answers, Question } from './questions.ts'
import { Refusal } from './refusal.ts'
import { writeChecked } from './write.ts'

/** Where drafts are begun. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream
  /** What goes wrong is said here. */
  readonly messages: NodeJS.WritableStream
  /** The project's folder. */
  readonly root: string
}

/**
 * Begins a draft: asks, or takes flags; writes; checks; says what to do next.
 * @param typed the kind and its flags
 * @returns the exit code: 0 written; 1 not written, because of the content; 2 typed wrongly
 */
export async function runDrafting(
  typed: readonly string[],
  surroundings: Surroundings,
): Promise<0 | 1 | 2> {
  try {
    surroundings.output.write(await begin(typed, surroundings))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof ConfigurationError)) throw error
    surroundings.messages.write(`${error.message}\n`)
    return error instanceof Refusal ? error.exitCode : 2
  }
}

/** @returns what to say at the end */
async function begin(
  [name = 'help', ...words]: readonly string[],
  { env, input, output, root: project }: Surroundings,
): Promise<string> {
  if (['help', '--help', '-h'].includes(name)) return help()
  const questions = questionsOf(name)
  const { flags, root = project, help: isHelp } = readFlags(name, questions, words)
  if (isHelp) return help(name, questions)

  const { siteUrl, now = new Date() } = readConfiguration(env)
  const inventory = takeInventory(root, siteUrl, now)
  using dialogue = input.isTTY === true ? openDialogue(input, output) : undefined
  const { kind, answers } = await answer(name, flags, inventory, dialogue?.ask)
  const { files, next } = kind.draft(answers, inventory)
  await writeChecked(files, inventory)
  const done = files.map(
    ({ file, was }) => `${was === undefined ? 'Written' : 'Changed'}: ${file}\n`,
  )
  return `\n${done.join('')}${next.map((sentence) => `${sentence}\n`).join('')}`
}

/** @throws {Refusal} when there is no such kind */
function questionsOf(name: string): readonly Question[] {
  if (name === 'update') {
    const all = [which, ...kindsOfUpdate.flatMap((each) => kindNamed(each).questions)]
    return [...new Map(all.map((question) => [question.flag, question])).values()]
  }
  return kindNamed(name).questions
}

function kindNamed(name: string) {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (kind) return kind
  throw new Refusal(
    `“${name}” is nothing that can be begun.`,
    suggest(name, [...Object.keys(kinds), 'update', 'help']),
  )
}

const which: Question = {
  flag: 'type',
  asks: 'What is there to tell?',
  about: 'Progress on an action of a plan, or a change of the words of a text.',
  need: 'required',
  choices: () => kindsOfUpdate.map((answer) => ({ answer, words: kindNamed(answer).about })),
  read: (text) => {
    if (kindsOfUpdate.some((each) => each === text)) return text
    throw new Refusal(`“${text}” is no kind of update.`, suggest(text, kindsOfUpdate))
  },
}

/** The answers to the questions of a kind; `update` first asks which. */
async function answer(name: string, flags: Flags, inventory: Inventory, ask: Ask | undefined) {
  if (name !== 'update') {
    const kind = kindNamed(name)
    return { kind, answers: await collect(kind.questions, flags, inventory, ask) }
  }
  const { type, rest } = separate(flags)
  const first: Answers = await collect([which], type, inventory, ask)
  const kind = kindNamed(first.one(which.flag))
  const known = kind.questions.map(({ flag }) => flag)
  const stray = [...rest.keys()].find((flag) => !known.includes(flag))
  if (stray !== undefined) {
    throw new Refusal(`“${first.one(which.flag)}” has no flag --${stray}.`, suggest(stray, known))
  }
  return { kind, answers: await collect(kind.questions, rest, inventory, ask) }
}

function separate(flags: Flags): { type: Flags; rest: Flags } {
  const isType = ([flag]: readonly [string, unknown]) => flag === which.flag
  return {
    type: new Map([...flags].filter(isType)),
    rest: new Map([...flags].filter((each) => !isType(each))),
  }
}

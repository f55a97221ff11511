import { createInterface } from 'node:readline/promises'
import { styleText } from 'node:util'
import { ConfigurationError, readConfiguration } from '../../configuration.ts'
import { dayInLondon } from '../../document/dates.ts'
import { DatabaseError, type Database } from '../database.ts'
import { DeskError, openDatabase, type Answer, type Desk, type Input, type Output } from './desk.ts'
import { help } from './help.ts'
import { commandNamed, readParameters } from './parameters.ts'
import { printable, toJson } from './printable.ts'

/** Where the desk stands. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: Input
  /** Results go here. */
  readonly output: Output
  /** Everything else that is said goes here. */
  readonly messages: Output
}

/**
 * Does one command. What is expected to go wrong is told in a sentence.
 *
 * @param typed the command's name and what follows it
 * @returns the exit code: 0 done; 1 not found or wrong; 2 misuse; 3 no database
 */
export async function runDesk(
  typed: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const { output, messages } = surroundings
  // Before they are read properly, because that may be what fails.
  const options = typed.includes('--') ? typed.slice(0, typed.indexOf('--')) : typed
  const isJson = options.includes('--json')
  try {
    const { data, text, advice, exitCode = 0 } = await answer(typed, surroundings)
    output.write(isJson ? toJson(data) : text)
    if (advice !== undefined) messages.write(`${advice}\n`)
    return exitCode
  } catch (error) {
    const failure = asDeskError(error)
    if (isJson) output.write(toJson({ error: failure.message }))
    messages.write(`${failure.message}\n`)
    return failure.exitCode
  }
}

async function answer(
  [name = 'help', ...typed]: readonly string[],
  { env, input, output, messages }: Surroundings,
): Promise<Answer> {
  if (['help', '--help', '-h', '--json'].includes(name)) {
    return help(typed.find((word) => !word.startsWith('-')))
  }
  const asked = readParameters(name, typed)
  if (asked.flag('help')) return help(name)

  const configuration = readConfiguration(env)
  const { now = new Date() } = configuration
  let opened: Promise<Database> | undefined
  const desk: Desk = {
    configuration,
    now,
    today: dayInLondon(now),
    database: () => (opened ??= openDatabase(configuration)),
    isTerminal: output.isTTY === true,
    width: output.columns ?? 80,
    paint: (colour, text) => styleText(colour, text, { stream: output }),
    messages,
    question: () =>
      input.isTTY === true && messages.isTTY === true
        ? createInterface({ input, output: messages })
        : undefined,
  }
  try {
    return await commandNamed(name).run(desk, asked)
  } finally {
    // A database that could not be opened has been reported by then.
    const database = await opened?.catch(() => undefined)
    await database?.close()
  }
}

function asDeskError(error: unknown): DeskError {
  if (error instanceof DeskError) return error
  if (error instanceof ConfigurationError) return new DeskError(error.message, 2)
  if (error instanceof DatabaseError) {
    return new DeskError(`The database cannot be used: ${printable(reasonOf(error))}`, 3)
  }
  throw error
}

/** The driver's reason; of several tries to connect, the first. */
function reasonOf({ message, cause }: DatabaseError): string {
  if (message !== '') return message
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause
  return first instanceof Error ? first.message : 'it does not answer.'
}

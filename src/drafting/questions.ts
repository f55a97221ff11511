import * as z from 'zod'
import { Problems, suggest } from '../document/problems.ts'
import { readStructuredData } from '../document/structured-data.ts'
import type { Inventory } from './inventory.ts'
import { Refusal } from './refusal.ts'
import { yamlOf } from './yaml.ts'

/** What a draft needs to know: a question on a terminal, and a flag for programs and in a hurry. */
export interface Question {
  /** The name of the flag, such as announced-in. */
  readonly flag: string
  /** The question in plain words. */
  readonly asks: string
  /** One sentence of help. */
  readonly about: string
  /** Whether it must be answered; `offered` is asked too, `flag` is only taken as a flag. */
  readonly need: 'required' | 'offered' | 'flag'
  /** Whether it has a list of answers, and a flag that may be repeated. */
  readonly many?: boolean
  /** Whether the answer is yes or no, and the flag has no value. */
  readonly yesNo?: boolean
  /** Whether it makes sense after the answers before it; always when left out. */
  readonly when?: (answers: Answers, inventory: Inventory) => boolean
  /** The answer when nothing is typed. */
  readonly initial?: (answers: Answers, inventory: Inventory) => string | undefined
  /** The possible answers, for a terminal to list. */
  readonly choices?: (answers: Answers, inventory: Inventory) => readonly Choice[]
  /**
   * @returns the answer in its final form
   * @throws {Refusal} when it cannot be one
   */
  readonly read: (text: string, answers: Answers, inventory: Inventory) => string
  /** @returns what to say of an answer that was typed on a terminal */
  readonly reply?: (answer: string, inventory: Inventory) => string
}

export interface Choice {
  readonly answer: string
  /** What it means, where the answer itself does not say it. */
  readonly words?: string
}

/** The answers so far, by flag. */
export class Answers {
  readonly #given = new Map<string, readonly string[]>()

  give(flag: string, answers: readonly string[]): void {
    this.#given.set(flag, answers)
  }
  all(flag: string): readonly string[] {
    return this.#given.get(flag) ?? []
  }
  /** @returns undefined when there is none */
  maybe(flag: string): string | undefined {
    return this.all(flag)[0]
  }
  /** For what is required. */
  one(flag: string): string {
    return this.maybe(flag) ?? ''
  }
  yes(flag: string): boolean {
    return this.maybe(flag) === 'yes'
  }
}

type More = Partial<Omit<Question, 'flag' | 'asks'>>

/** A question for a field of the content, with the field's own description and rules. */
export function field(
  flag: string,
  name: string,
  schema: z.ZodType,
  asks: string,
  more: More = {},
): Question {
  const options = optionsOf(schema)
  return {
    flag,
    asks,
    about: descriptionOf(schema),
    need: schema.safeParse(undefined).success ? 'offered' : 'required',
    ...(options && { choices: () => options.map((answer) => ({ answer })) }),
    read: (text) => heldAgainst(name, schema, text),
    ...more,
  }
}

/** A question that is answered with yes or no. */
export function yesNo(flag: string, asks: string, about: string, more: More = {}): Question {
  return { flag, asks, about, need: 'offered', yesNo: true, initial: () => 'no', read, ...more }

  function read(text: string): string {
    const answer = { yes: 'yes', y: 'yes', no: 'no', n: 'no' }[text.toLowerCase()]
    if (answer !== undefined) return answer
    throw new Refusal(`“${text}” is neither yes nor no.`, 'Write yes or no.')
  }
}

/**
 * @param kind what it is the id of, such as person
 * @throws {Refusal} with the nearest id when there is none like it
 */
export function known(kind: string, id: string, those: ReadonlyMap<string, unknown>): string {
  if (those.has(id)) return id
  throw new Refusal(`There is no ${kind} “${id}”.`, suggest(id, [...those.keys()]))
}

/** The sentence for writers that a schema has, or the schema inside it. */
export function descriptionOf(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodType && schema.description !== undefined) return schema.description
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
  return isWrapped ? descriptionOf(schema.unwrap()) : ''
}

function optionsOf(schema: z.core.$ZodType): readonly string[] | undefined {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : undefined
}

/** @throws {Refusal} in the words in which `npm run check` would say it of the file */
function heldAgainst(name: string, schema: z.ZodType, text: string): string {
  const problems = new Problems()
  const fields = yamlOf({ [name]: text })
  const read = readStructuredData(z.strictObject({ [name]: schema }), fields, '', problems)
  const [problem] = problems.errors
  if (problem) throw new Refusal(problem.what, problem.mend)
  return String(read?.value[name])
}

import type { Inventory } from './inventory.ts'
import { Answers, type Question } from './questions.ts'
import { Refusal } from './refusal.ts'

/** The flags that were typed, by name. */
export type Flags = ReadonlyMap<string, readonly string[]>

/** Asks a person. @returns the answers in their final form; none when the person left it out */
export type Ask = (
  question: Question,
  answers: Answers,
  inventory: Inventory,
) => Promise<readonly string[]>

/**
 * Answers questions from flags, then by asking, then by what is usual. Somebody who types flags is
 * asked only for what must be there; without anybody to ask, that is an error.
 * @throws {Refusal} with everything that is missing or wrong
 */
export async function collect(
  questions: readonly Question[],
  flags: Flags,
  inventory: Inventory,
  ask?: Ask,
): Promise<Answers> {
  const answers = new Answers()
  const wrong: string[] = []
  for (const question of questions) {
    const { flag, need, many, when, initial } = question
    const typed = flags.get(flag)
    if (when && !when(answers, inventory)) {
      if (typed) wrong.push(`--${flag} does not go with the other flags. Leave it out.`)
    } else if (typed) {
      answers.give(flag, read(question, typed))
    } else if (ask && wrong.length === 0 && isAsked(need)) {
      answers.give(flag, await ask(question, answers, inventory))
    } else {
      const usual = initial?.(answers, inventory)
      if (usual !== undefined) answers.give(flag, read(question, [usual]))
      else if (need === 'required') {
        wrong.push(`--${flag} is missing. ${question.about}${many ? ' It may be repeated.' : ''}`)
      }
    }
  }
  if (wrong.length > 0) throw new Refusal(wrong.join('\n'), '')
  return answers

  function isAsked(need: Question['need']): boolean {
    return need === 'required' || (need === 'offered' && flags.size === 0)
  }

  /** Also what is wrong in one flag, so that all of it is said at once. */
  function read({ flag, many, read }: Question, typed: readonly string[]): string[] {
    if (!many && typed.length > 1) wrong.push(`--${flag} is there twice. Write it once.`)
    try {
      return typed.map((text) => read(oneLine(text), answers, inventory))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      wrong.push(`--${flag}: ${error.message}`)
      return []
    }
  }
}

/** What was typed or pasted, as the one line that fields are. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

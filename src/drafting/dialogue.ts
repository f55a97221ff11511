import { createInterface } from 'node:readline'
import { oneLine, type Ask } from './collect.ts'
import type { Inventory } from './inventory.ts'
import type { Answers, Question } from './questions.ts'
import { Refusal } from './refusal.ts'

export interface Dialogue extends Disposable {
  readonly ask: Ask
}

/**
 * Asks a person, a question at a time, and again until the answer is one.
 * Lines are read ahead, so that answers can also come from a pasted text.
 * @returns `ask`, which throws a {Refusal} when the person stops (Ctrl+C, Ctrl+D)
 */
export function openDialogue(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Dialogue {
  const lines = createInterface({ input, output })
  const typed = lines[Symbol.asyncIterator]()
  const say = (words: string) => output.write(`${words}\n`)

  return {
    ask: async (question, answers, inventory) => {
      const { asks, about, many } = question
      const choices = question.choices?.(answers, inventory) ?? []
      say(`\n${asks}`)
      if (about !== '') say(`  ${about}`)
      choices.forEach(({ answer, words }, index) => {
        say(`  ${index + 1}  ${answer}${words === undefined ? '' : `: ${words}`}`)
      })
      const first = await answerTo(question, answers, inventory)
      if (first === undefined) return []
      const given = [first]
      while (many) {
        say('  Another one? Press Enter if not.')
        const next = await answerTo(
          { ...question, need: 'offered', initial: none },
          answers,
          inventory,
        )
        if (next === undefined) break
        given.push(next)
      }
      return given
    },
    [Symbol.dispose]: () => {
      lines.close()
    },
  }

  async function answerTo(
    question: Question,
    answers: Answers,
    inventory: Inventory,
  ): Promise<string | undefined> {
    const usual = question.initial?.(answers, inventory)
    const choices = question.choices?.(answers, inventory) ?? []
    for (;;) {
      const text = oneLine(await nextLine(usual === undefined ? '> ' : `[${usual}] > `))
      if (text === '' && usual === undefined && question.need !== 'required') return undefined
      try {
        // A number stands for a line of the list.
        const chosen =
          choices[Number(text) - 1]?.answer ?? (text === '' && usual !== undefined ? usual : text)
        const answer = question.read(chosen, answers, inventory)
        if (question.reply) say(`  ${question.reply(answer, inventory)}`)
        return answer
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        say(`  ${text === '' && usual === undefined ? 'This cannot be left out.' : error.message}`)
      }
    }
  }

  async function nextLine(prompt: string): Promise<string> {
    lines.setPrompt(prompt)
    lines.prompt()
    const { done, value } = await typed.next()
    if (!done) return value
    say('')
    throw new Refusal('Stopped.', 'Nothing was written.', 1)
  }
}

const none = (): undefined => undefined

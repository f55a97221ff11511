import type { Orca } from './orca.ts'
import type { Presented } from './orca-log.ts'

/** A page as somebody hears it and as somebody feels it. */
export interface Reading {
  /** All that Orca says when it is asked to read everything. */
  speech: string[]
  /** What stands in braille, one after the other, for each line of the page. */
  braille: string[]
}

const most = 400

/** Reads the page that is open from its top to its end, once aloud and once line by line. */
export async function readAloud(orca: Orca): Promise<Reading> {
  // From the end, because what Orca says of the first thing depends on where it was before.
  await orca.press('ctrl+End')
  await orca.press('ctrl+Home')
  const speech = spoken(await orca.press('KP_Add'))
  const braille: string[] = []
  let presented = await orca.press('ctrl+Home')
  while (presented.length > 0) {
    // Only the last of a key stays on the display.
    const line = presented.findLast(({ by }) => by === 'braille')
    if (line) braille.push(line.words.trim())
    if (braille.length > most) throw new Error(`There is no end of lines: ${braille.at(-1) ?? ''}`)
    presented = await orca.press('Down')
  }
  return { speech, braille }
}

export function spoken(presented: Presented[]): string[] {
  return presented.filter(({ by }) => by === 'speech').map(({ words }) => words)
}

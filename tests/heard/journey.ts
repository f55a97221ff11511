import { openPage, type OpenPage } from './browser.ts'
import type { Presented } from './orca-log.ts'
import { spoken } from './read-aloud.ts'
import type { Session } from './session.ts'

/** Somebody who uses keys alone, and what Orca presents after each of them. */
export interface Journey {
  /** The keys and what followed, as a script to read. */
  readonly script: string[]
  readonly press: (...keys: string[]) => Promise<void>
  /** Presses a key until these words are spoken. */
  readonly pressUntil: (key: string, words: RegExp) => Promise<void>
  /** Presses a key that leads to another page, whose title begins like this. */
  readonly follow: (key: string, title: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly end: () => Promise<void>
}

/** Opens a page, as the first step. */
export async function setOut(
  { desktop, orca, browser, site }: Session,
  path: string,
): Promise<Journey> {
  const script: string[] = []
  const note = (step: string, presented: Presented[]) => {
    const said = spoken(presented).map((words) => `    ${words.trim()}`)
    // Only the last of a key stays on the display.
    const shown = presented.findLast(({ by }) => by === 'braille')?.words.trim() ?? ''
    script.push(step, ...said, ...(shown === '' ? [] : [`    ⠿ ${shown}`]))
  }
  const page: OpenPage = await openPage(desktop, orca, browser, site.address + path)
  note(`Open ${path}`, sinceLoaded(page.arrival))
  return {
    script,
    press: async (...keys) => {
      for (const key of keys) note(key, await orca.press(key))
    },
    pressUntil: async (key, words) => {
      for (const presented of await orca.pressUntil(key, words)) note(key, presented)
    },
    follow: async (key, title) => {
      note(key, sinceLoaded(await orca.press(key, new RegExp(`^Finished loading ${title}`))))
    },
    type: async (text) => {
      note(`Type “${text}”`, await orca.type(text))
    },
    end: () => page.close(),
  }
}

/** What comes before, and when the display follows, depends on how long the page took. */
function sinceLoaded(presented: Presented[]): Presented[] {
  const from = presented.findIndex(({ words }) => words.startsWith('Finished loading'))
  return presented.slice(from).filter(({ by }) => by === 'speech')
}

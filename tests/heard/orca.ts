import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Desktop } from './desktop.ts'
import { openLog, type Presented } from './orca-log.ts'

/**
 * Verbose, as Orca is for a beginner, with three differences: it does not read a page by itself
 * when it comes (a key asks for that), it does not echo the keys, and its own messages do not take
 * the place of the page in braille for a time.
 */
const settings = {
  sayAllOnLoad: false,
  enableKeyEcho: false,
  enableFlashMessages: false,
  enableBraille: true,
  enableContractedBraille: false,
  keyboardLayout: 1,
  enableSound: false,
}

/** Without it the last words of what Orca says would wait for the next 8 kB. */
const customizations = `import orca.debug
orca.debug.debugFile.reconfigure(line_buffering=True)
`

/** No way on our pages is longer, in keys. */
const most = 80

/** A screen reader that listens to the keys of its desktop. */
export interface Orca {
  /**
   * @param key as xdotool names it: `Down`, `shift+Tab`, `KP_Add`
   * @param words that Orca says after it; without them its own work is enough
   * @returns what Orca presents until everything on the desktop is at rest
   */
  readonly press: (key: string, words?: RegExp) => Promise<Presented[]>
  /** Presses a key until these words are spoken. @returns what each of the keys led to */
  readonly pressUntil: (key: string, words: RegExp) => Promise<Presented[][]>
  /** As `press`, for the characters of a text, one after the other. */
  readonly type: (text: string) => Promise<Presented[]>
  /** Waits for words that are spoken, and then for rest. @returns what Orca presents until then */
  readonly until: (words: RegExp) => Promise<Presented[]>
  /** Waits until everything on the desktop is at rest. */
  readonly rest: () => Promise<Presented[]>
}

/** Starts Orca on a desktop, with settings of its own. */
export async function startOrca(desktop: Desktop): Promise<Orca> {
  const preferences = join(desktop.home, 'orca')
  mkdirSync(preferences)
  const profiles = { default: { profile: ['Default', 'default'] } }
  const conf = { general: settings, pronunciations: {}, keybindings: {}, profiles }
  writeFileSync(join(preferences, 'user-settings.conf'), JSON.stringify(conf))
  writeFileSync(join(preferences, 'orca-customizations.py'), customizations)
  const file = join(desktop.home, 'orca.log')
  const child = desktop.start('orca', [
    '--debug',
    '--debug-file',
    file,
    '--user-prefs',
    preferences,
  ])
  const log = openLog(file)

  const restAfter = async (isEnough: () => boolean, what: string) => {
    const end = performance.now() + 60_000
    let still = 0
    while (still < 3) {
      if (child.exitCode !== null) throw new Error(`Orca has ended, and not said ${what}`)
      if (performance.now() > end) throw new Error(`Not heard in a minute: ${what}`)
      await wait(20)
      still = !log.hasGrown() && isEnough() && !desktop.isBusy() ? still + 1 : 0
    }
    return log.take()
  }
  const until = (words: RegExp) => restAfter(() => log.said(words), String(words))
  const press = (key: string, words?: RegExp) => {
    desktop.tell('key', key)
    return words ? until(words) : restAfter(() => log.isWorkedOff(), `what ${key} does`)
  }
  const pressUntil = async (key: string, words: RegExp) => {
    const all: Presented[][] = []
    while (all.length < most) {
      const presented = await press(key)
      all.push(presented)
      if (presented.some((each) => each.by === 'speech' && words.test(each.words))) return all
    }
    const heard = all.flat().map((each) => each.words)
    throw new Error(`Not found with ${key}: ${words.source}\n${heard.join('\n')}`)
  }
  await until(/^Screen reader on/)
  return {
    press,
    pressUntil,
    until,
    rest: () => restAfter(() => true, 'rest'),
    type: (text) => {
      desktop.tell('type', '--delay', '30', text)
      return restAfter(() => log.isWorkedOff(), `what is typed: ${text}`)
    },
  }
}

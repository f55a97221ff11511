import { fstatSync, openSync, readSync } from 'node:fs'

/** What Orca says in words, or shows as a line of braille. */
export interface Presented {
  by: 'speech' | 'braille'
  words: string
}

/** The end of the log of Orca's `--debug-file`. */
export interface OrcaLog {
  /** Reads on. @returns whether there was something */
  hasGrown: () => boolean
  /** Whether these words are spoken in what was not taken yet. */
  said: (words: RegExp) => boolean
  /** Whether a key was let go since the last `take`, and all that came in was dealt with. */
  isWorkedOff: () => boolean
  take: () => Presented[]
}

export function openLog(file: string): OrcaLog {
  let descriptor: number | undefined
  let end = 0
  let text = ''
  return {
    hasGrown: () => {
      descriptor ??= openIfThere(file)
      if (descriptor === undefined) return true
      const size = fstatSync(descriptor).size
      if (size === end) return false
      const bytes = Buffer.alloc(size - end)
      readSync(descriptor, bytes, 0, bytes.length, end)
      end = size
      text += bytes.toString('utf8')
      return true
    },
    said: (words) => presented(text).some((each) => each.by === 'speech' && words.test(each.words)),
    isWorkedOff: () => text.includes('^^^^^ PROCESS ATSPI_KEY_RELEASED_EVENT'),
    take: () => {
      const all = presented(text)
      text = ''
      return all
    },
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r')
  } catch {
    return undefined
  }
}

/** A line of speech may end with the voice that it is said in. */
const line = /^[\d:.]+ - (SPEECH OUTPUT|BRAILLE LINE): +'(.*?)'(?: voice=\w+)?(?:\{.*\})?$/gm

function presented(text: string): Presented[] {
  return [...text.matchAll(line)].map(([, kind, words = '']) => ({
    by: kind === 'SPEECH OUTPUT' ? 'speech' : 'braille',
    words,
  }))
}

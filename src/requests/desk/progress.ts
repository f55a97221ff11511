import type { Output } from './desk.ts'

/** Tells how far long work is. */
export interface Progress {
  readonly step: (done: number, total: number) => void
  /** Takes the bar away. */
  readonly end: () => void
}

const CELLS = 24
/** Milliseconds between two pictures of a bar. */
const INTERVAL = 100

/**
 * @param output where a person may look; on anything but a terminal nothing is written
 * @param words what is being done
 */
export function progress(output: Output, words: string): Progress {
  if (output.isTTY !== true) return { step: () => undefined, end: () => undefined }
  let drawn = -Infinity
  return {
    step: (done, total) => {
      if (performance.now() - drawn < INTERVAL && done < total) return
      drawn = performance.now()
      const part = total === 0 ? 1 : Math.min(1, done / total)
      const full = Math.round(part * CELLS)
      const bar = '█'.repeat(full) + '░'.repeat(CELLS - full)
      output.write(`\r${words} ${bar} ${Math.floor(part * 100)} %`)
    },
    end: () => {
      output.write('\r\u001b[K')
    },
  }
}

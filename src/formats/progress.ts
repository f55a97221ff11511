/** Where a person may look: a terminal, or the log of a build. */
export interface Watched {
  isTTY?: boolean | undefined
  write: (words: string) => unknown
}

/** Milliseconds between two pictures of the line on a terminal, and between two lines of a log. */
const interval = { terminal: 100, log: 10_000 }

/** Tells how many publications have been written in every format, while others wait for it. */
export class Progress {
  readonly #output: Watched
  readonly #begun = performance.now()
  #said = performance.now()
  #written = 0

  constructor(output: Watched) {
    this.#output = output
  }

  /** @param written how many there were so far */
  readonly report = (written: number): void => {
    this.#written = written
    const since = performance.now() - this.#said
    if (since < (this.#output.isTTY === true ? interval.terminal : interval.log)) return
    this.#said = performance.now()
    const words = `Writing formats: ${counted(written)} so far`
    this.#output.write(this.#output.isTTY === true ? `\r${words}` : `${words}\n`)
  }

  /** Says what was done in all; nothing when there was nothing to do. */
  end(): void {
    if (this.#written === 0) return
    const seconds = ((performance.now() - this.#begun) / 1000).toFixed(1)
    const cleared = this.#output.isTTY === true ? '\r\u001b[K' : ''
    this.#output.write(
      `${cleared}Wrote the formats of ${counted(this.#written)} in ${seconds} s.\n`,
    )
  }
}

const counted = (count: number) => `${count} ${count === 1 ? 'publication' : 'publications'}`

/** One request. It holds nothing about who asked: no address, no browser, no query, no body. */
export interface LogEntry {
  /** When the answer ended, in UTC (ISO 8601). */
  readonly time: string
  /** `-` when the request could not be read that far. */
  readonly method: string
  readonly status: number
  /** Milliseconds from the request's headers to the end of the answer. */
  readonly ms: number
  /** The path as it was sent, without its query; `-` when there was none to read. */
  readonly path: string
  /** What went wrong inside the server, for its keepers. */
  readonly error?: string
}

export type Log = (entry: LogEntry) => void

/** Writes each entry to standard output as one line of JSON. */
export const logToStandardOutput: Log = (entry) => {
  process.stdout.write(`${JSON.stringify(entry)}\n`)
}

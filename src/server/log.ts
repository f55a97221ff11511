/** One request. It holds nothing about who asked: no address, no browser, no query, no body. */
export interface LogEntry {
  /** When the answer ended, in UTC (ISO 8601). */
  readonly time: string
  /** `-` when the request could not be read that far. */
  readonly method: string
  /** 0 when the reader had gone before there was an answer. */
  readonly status: number
  /** Milliseconds from the request's headers to the end of the answer. */
  readonly ms: number
  /** The address of what was found, as the site knows it: what readers type may be personal. */
  readonly route: string
  /** The reference of the request that was stored, or had been. */
  readonly reference?: string
  /** What went wrong inside the server, for its keepers. */
  readonly error?: string
}

/** Something that happened by itself, such as mail that could not be sent. */
export interface LogEvent {
  readonly time: string
  readonly event: string
  readonly [detail: string]: string | number | undefined
}

export type Log = (entry: LogEntry) => void
export type EventLog = (event: LogEvent) => void

/** Writes each entry to standard output as one line of JSON. */
export const logToStandardOutput: Log & EventLog = (entry: LogEntry | LogEvent) => {
  process.stdout.write(`${JSON.stringify(entry)}\n`)
}

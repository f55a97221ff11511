import { existsSync } from 'node:fs'
import type { Interface } from 'node:readline/promises'
import type { Configuration } from '../../configuration.ts'
import { Database, pathOf } from '../database.ts'
import { readReference } from '../reference.ts'
import { printable } from './printable.ts'

/** Somewhere to write: a terminal, a pipe or a file. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
/** Something to read answers from. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean }

/** Colours say again what words say. */
export type Colour = 'bold' | 'red' | 'yellow' | 'green'

/** What a command works with. */
export interface Desk {
  readonly configuration: Configuration
  /** The present moment, or that of SITE_NOW. */
  readonly now: Date
  /** The day in London then. */
  readonly today: string
  /**
   * @returns the database, opened at the first call
   * @throws {DeskError} when there is none yet: a mistyped name must not make an empty one
   */
  readonly database: () => Promise<Database>
  /** Whether a person looks at the results. */
  readonly isTerminal: boolean
  /** Columns of that terminal. */
  readonly width: number
  /** @returns text in a colour, where colours are shown */
  readonly paint: (colour: Colour, text: string) => string
  /** Where messages go, and progress. */
  readonly messages: Output
  /** @returns something to ask the person with; undefined where nobody could answer */
  readonly question: () => Interface | undefined
}

/** What somebody typed after the command. */
export interface Asked {
  readonly words: readonly string[]
  readonly flag: (name: string) => boolean
  readonly option: (name: string) => string | undefined
}

/** What a command found or did. */
export interface Answer {
  /** What `--json` writes. */
  readonly data: unknown
  /** The same for people, on standard output. */
  readonly text: string
  /** What else they should know, on standard error. */
  readonly advice?: string
  /** 1 when something is wrong. */
  readonly exitCode?: 0 | 1 | 2
}

/** 1: not found or wrong. 2: typed wrongly. 3: no database. */
type FailureCode = 1 | 2 | 3

/** Why a command was not done, in words for the person who typed it. */
export class DeskError extends Error {
  override readonly name = 'DeskError'
  readonly exitCode: FailureCode

  constructor(message: string, exitCode: FailureCode) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Opens the database for a command. */
export async function openDatabase({ database }: Configuration): Promise<Database> {
  if ('file' in database && !existsSync(pathOf(database.file))) {
    throw new DeskError(
      `There is no database at ${pathOf(database.file)}. The server makes it when it starts; if it has started, check DATABASE_FILE.`,
      3,
    )
  }
  return Database.open(database)
}

/**
 * @param text a reference as somebody typed it
 * @throws {DeskError} when it cannot be one
 */
export function referenceFrom(text: string): string {
  const reference = readReference(text)
  if (reference !== undefined) return reference
  throw new DeskError(
    `"${printable(text).slice(0, 40)}" is not a reference: those have 8 letters and digits, without vowels and without 0, 1, 2, 5, 8, B, L, S and Z.`,
    1,
  )
}

/** The failure when no request has a reference. */
export function notFound(reference: string): DeskError {
  return new DeskError(
    `There is no request ${reference}. It may have been erased, or deleted 90 days after its answer.`,
    1,
  )
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'

/*
 * liblouis 3.2 as its project built it for JavaScript (npm: liblouis-build), with the few of its
 * functions that we need: https://liblouis.io/documentation/liblouis.html#Programming-with-liblouis
 */

interface Build {
  HEAPU16: Uint16Array
  HEAP32: Int32Array
  _malloc: (bytes: number) => number
  _free: (address: number) => void
  FS_createDataFile: (
    folder: string,
    name: string,
    content: Uint8Array,
    canRead: boolean,
    canWrite: boolean,
  ) => void
  ccall: (
    name: string,
    returned: 'number',
    types: readonly ('string' | 'number')[],
    values: readonly (string | number)[],
  ) => number
}

interface Options {
  TOTAL_MEMORY: number
  print: (line: string) => void
  printErr: (line: string) => void
}

interface Session {
  build: Build
  tables: string
  /** The files of tables that the build can read already. */
  files: Set<string>
  /** What liblouis complains of. */
  complaints: string[]
}

/** Bytes. Enough for all tables that we use at once, and a paragraph of 180,000 characters. */
const memory = 64 * 1024 * 1024

let opened: Session | undefined

/**
 * Loads liblouis once, when it is first needed (about 100 ms). It runs in a global scope of its
 * own: in ours it would write to the console, and catch exceptions that are not its own.
 */
function open(): Session {
  if (opened) return opened
  const file = createRequire(import.meta.url).resolve('liblouis-build')
  const complaints: string[] = []
  const scope: { liblouisBuild?: (options: Options) => Build } = {}
  // Its last line makes a build with 16 MB of memory, which a long paragraph fills.
  const source = readFileSync(file, 'utf8').replace(/liblouisBuild = liblouisBuild\(\);\s*$/, '')
  runInNewContext(source, scope, { filename: file })
  const build = scope.liblouisBuild?.({
    TOTAL_MEMORY: memory,
    print: () => undefined,
    printErr: (line) => complaints.push(line),
  })
  if (!build) throw new Error(`${file} is not the build of liblouis that we know.`)
  const tables = join(dirname(file), 'tables')
  opened = { build, tables, files: new Set(), complaints }
  return opened
}

/** Makes a table readable, and the tables that it includes. */
function mount(session: Session, table: string): void {
  const { build, tables, files } = session
  if (files.has(table)) return
  files.add(table)
  const content = readFileSync(join(tables, table))
  build.FS_createDataFile('/', table, content, true, false)
  for (const [, included = ''] of content.toString('latin1').matchAll(/^\s*include\s+(\S+)/gm)) {
    mount(session, included)
  }
}

/** Kinds of emphasis, for each UTF-16 unit of some words; they can be added up. */
export const typeforms = { none: 0, italic: 1, bold: 4 } as const

/** More cells than any one character becomes. */
const most = 32

/**
 * Translates words to braille.
 * @param table the name of a table of liblouis, such as en-ueb-g2.ctb
 * @param words one paragraph, of any length
 * @param forms the typeform of each UTF-16 unit of the words; a table need not show it
 * @returns cells as characters of the Unicode block U+2800, blanks included; what the table does
 * not know comes out as an escape (see `hasCells`)
 * @throws when the table is unknown, or liblouis did not translate the whole paragraph
 */
export function toBraille(table: string, words: string, forms?: readonly number[]): string {
  if (words === '') return ''
  const session = open()
  mount(session, table)
  // Few words need more, but a character that a table spells out may become 10 cells. Where there
  // is no room for those, liblouis leaves them out and says nothing.
  for (let room = words.length * 2 + 2 * most; ; room *= 2) {
    const cells = translate(session.build, table, words, forms, room)
    if (cells !== undefined && cells.length <= room - most) return cells
    if (room > words.length * 32 + 512) {
      const why = session.complaints.splice(0).join(' ')
      throw new Error(`liblouis cannot translate with ${table}. ${why}`)
    }
  }
}

/** Dots, and as characters of Unicode: `dotsIO` and `ucBrl` of liblouis.h. */
const mode = 4 | 128

/** @returns nothing when it could not be done at all, or not to the last of the words */
function translate(
  build: Build,
  table: string,
  words: string,
  forms: readonly number[] | undefined,
  room: number,
): string | undefined {
  const units = Array.from({ length: words.length }, (_, index) => words.charCodeAt(index))
  const input = build._malloc(units.length * 2)
  const output = build._malloc(room * 2)
  const lengths = build._malloc(8)
  // liblouis writes to it as well, as far as the output goes.
  const emphasis = forms ? build._malloc(room * 2) : 0
  build.HEAPU16.set(units, input >> 1)
  if (forms) build.HEAPU16.fill(0, emphasis >> 1, (emphasis >> 1) + room).set(forms, emphasis >> 1)
  build.HEAP32.set([units.length, room], lengths >> 2)
  const done = build.ccall(
    'lou_translateString',
    'number',
    ['string', 'number', 'number', 'number', 'number', 'number', 'number', 'number'],
    [table, input, lengths, output, lengths + 4, emphasis, 0, mode],
  )
  const [read, written = 0] = build.HEAP32.subarray(lengths >> 2, (lengths >> 2) + 2)
  const cells = textOf(build.HEAPU16.subarray(output >> 1, (output >> 1) + written))
  for (const address of [input, output, lengths, emphasis]) build._free(address)
  return done !== 0 && read === units.length ? cells : undefined
}

/** In pieces, because a function cannot take any number of arguments. */
function textOf(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += 8192) {
    text += String.fromCharCode(...units.subarray(at, at + 8192))
  }
  return text
}

const known = new Map<string, Map<string, boolean>>()

/**
 * Whether a table can write a character. Asked of liblouis once for each character and table.
 * An unknown one comes out as '\x2082', with the cells that the table has for those signs; one
 * that needs dots 7 or 8, or that leaves only blanks, cannot be written either.
 */
export function hasCells(table: string, character: string): boolean {
  const answers = known.get(table) ?? new Map<string, boolean>()
  known.set(table, answers)
  const answer = answers.get(character) ?? isWritten(character, toBraille(table, character))
  answers.set(character, answer)
  return answer
}

const isWritten = (character: string, cells: string): boolean =>
  /^[\u2800-\u283F]+$/u.test(cells) &&
  !/^([⠄⠠]).?⠭.{4,}\1/u.test(cells) &&
  (/^\s$/u.test(character) || !/^⠀+$/u.test(cells))

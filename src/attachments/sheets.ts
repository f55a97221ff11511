import { counted, inWords, type Finding } from './findings.ts'
import { mergedCellsFinding } from './usual-findings.ts'

/*
 * What a machine can say of the sheets of a spreadsheet. Which row is a header it cannot know, so
 * nothing is said of headers.
 */

export interface Sheet {
  name: string
  isEmpty: boolean
  /** How many cells stretch over others. */
  merged: number
  /** Whether there is too much in it to be looked through. */
  tooLong: boolean
}

export function sheetsFindings(sheets: readonly Sheet[]): Finding[] {
  return [filled(sheets), named(sheets), merged(sheets)]
}

function filled(sheets: readonly Sheet[]): Finding {
  const empty = sheets.filter(({ isEmpty }) => isEmpty)
  if (empty.length === 0) {
    return { about: 'sheets', passed: true, words: 'No sheet is empty.' }
  }
  const all = empty.length === sheets.length
  return {
    about: 'sheets',
    passed: false,
    weight: all ? 'barrier' : 'fault',
    words: all
      ? 'All of its sheets are empty.'
      : `${quoted(empty)} ${empty.length === 1 ? 'is an empty sheet' : 'are empty sheets'}.`,
    mend: 'Delete sheets that have nothing in them.',
    short: counted(empty.length, 'empty sheet'),
  }
}

function named(sheets: readonly Sheet[]): Finding {
  // The names that Excel and LibreOffice give by themselves.
  const nameless = sheets.filter(({ name }) => /^sheet ?\d*$/i.test(name.trim()))
  if (nameless.length === 0) {
    return {
      about: 'sheet names',
      passed: true,
      words: 'Each sheet has a name of its own.',
      short: 'named sheets',
    }
  }
  return {
    about: 'sheet names',
    passed: false,
    weight: 'fault',
    words: `${quoted(nameless)} ${nameless.length === 1 ? 'does' : 'do'} not say what the sheet holds.`,
    mend: 'Give each sheet a name that says what is in it: right-click its tab, then Rename.',
    short: `${counted(nameless.length, 'sheet')} without a name of ${nameless.length === 1 ? 'its' : 'their'} own`,
  }
}

function merged(sheets: readonly Sheet[]): Finding {
  const tooLong = sheets.filter((each) => each.tooLong)
  if (tooLong.length === 0) {
    return mergedCellsFinding(sheets.reduce((sum, each) => sum + each.merged, 0))
  }
  return {
    about: 'merged cells',
    passed: false,
    weight: 'remark',
    words: `${quoted(tooLong)} ${tooLong.length === 1 ? 'is' : 'are'} too long for this check, so merged cells were not looked for.`,
    mend: 'Look for merged cells in the program in which it was written.',
  }
}

const quoted = (sheets: readonly Sheet[]): string => {
  const shown = sheets.slice(0, 3).map(({ name }) => `“${name}”`)
  const rest = sheets.length - shown.length
  return inWords(rest === 0 ? shown : [...shown, counted(rest, 'other sheet')])
}

import { counted, isReadable, type Finding } from './findings.ts'
import { languageInEnglish } from '../document/languages.ts'

/* What is asked of documents of every family, in the same words. */

/** What programs put there by themselves, and the names of files. */
const titleOfNothing =
  /\.(?:docx?|xlsx?|pptx?|od[tsp]|pdf|rtf|txt|html?|indd|pub)$|^(?:untitled|title|document|presentation|powerpoint presentation|book|slide) ?\d*$|^microsoft [a-z]+ - /i

/** @param mend what to do in the program in which it was written */
export function titleFinding(title: string | undefined, mend: string): Finding {
  if (title === undefined || title.trim() === '') {
    return {
      about: 'title',
      passed: false,
      weight: 'fault',
      words: 'It has no title in its properties.',
      mend,
      short: 'no title',
    }
  }
  const words = title.trim()
  if (titleOfNothing.test(words)) {
    return {
      about: 'title',
      passed: false,
      weight: 'fault',
      words: `Its title, “${words}”, does not say what it is about.`,
      mend,
      short: 'no title that says what it is about',
    }
  }
  return { about: 'title', passed: true, words: `Its title is “${words}”.`, short: 'a title' }
}

export function languageFinding(tag: string | undefined, mend: string): Finding {
  return tag === undefined
    ? {
        about: 'language',
        passed: false,
        weight: 'fault',
        words: 'Its language is not marked, so a screen reader may read it with the wrong voice.',
        mend,
        short: 'no language',
      }
    : {
        about: 'language',
        passed: true,
        words: `Its language is marked as ${languageInEnglish(tag)}.`,
        short: 'a language',
      }
}

/** @param levels of its headings, in reading order */
export function headingsFinding(levels: readonly number[], mend: string): Finding {
  if (levels.length === 0) {
    return {
      about: 'headings',
      passed: false,
      weight: 'fault',
      words: 'It has no headings that a screen reader can move by.',
      mend,
      short: 'no headings',
    }
  }
  const at = levels.findIndex((level, index) => level > (levels[index - 1] ?? 0) + 1)
  if (at < 0) {
    const words = `It has ${counted(levels.length, 'heading')}, and no level is skipped.`
    return { about: 'headings', passed: true, words, short: 'headings' }
  }
  const level = levels[at] ?? 0
  return {
    about: 'headings',
    passed: false,
    weight: 'fault',
    words:
      at === 0
        ? `Its first heading has level ${level}, not level 1.`
        : `Its headings skip a level: level ${level} follows level ${levels[at - 1] ?? 0}.`,
    mend: 'Give the title of the text level 1, its parts level 2, and what is inside a part level 3.',
    short: 'headings that skip a level',
  }
}

/** Pictures, tables or slides of which each should have something. */
export interface Tally {
  total: number
  /** How many have what they should have. */
  good: number
}

/** Pictures with a description, or marked as decoration. Nothing when there are no pictures. */
export function picturesFinding({ total, good }: Tally, mend: string): Finding[] {
  return each({ total, good }, 'picture', {
    about: 'pictures',
    has: 'a description or a mark as decoration',
    hasNot: 'neither a description nor a mark as decoration',
    short: 'described pictures',
    lacking: (count) => `${counted(count, 'picture')} without a description`,
    mend,
  })
}

/** Tables that say which of their cells are headers. Nothing when there are no tables. */
export function tablesFinding({ total, good }: Tally, mend: string): Finding[] {
  return each({ total, good }, 'table', {
    about: 'tables',
    has: 'cells that are marked as headers',
    hasNot: 'no cells that are marked as headers',
    short: 'table headers',
    lacking: (count) => `${counted(count, 'table')} without headers`,
    mend,
  })
}

/** Slides that have a title of their own. */
export function slideTitlesFinding({ total, good }: Tally, mend: string): Finding[] {
  return each({ total, good }, 'slide', {
    about: 'slide titles',
    has: 'a title to find it by',
    hasNot: 'no title to find it by',
    short: 'slide titles',
    lacking: (count) => `${counted(count, 'slide')} without a title`,
    mend,
  })
}

interface Asked {
  about: Finding['about']
  has: string
  hasNot: string
  short: string
  lacking: (count: number) => string
  mend: string
}

function each({ total, good }: Tally, noun: string, asked: Asked): Finding[] {
  const { about, has, hasNot, short, lacking, mend } = asked
  if (total === 0) return []
  const one = total === 1 ? `Its only ${noun} has` : undefined
  if (good === total) {
    return [{ about, passed: true, words: `${one ?? `Each ${noun} has`} ${has}.`, short }]
  }
  const bad = total - good
  const some = `${bad} of its ${counted(total, noun)} ${bad === 1 ? 'has' : 'have'}`
  return [
    {
      about,
      passed: false,
      weight: 'fault',
      words: `${one ?? some} ${hasNot}.`,
      mend,
      short: lacking(bad),
    },
  ]
}

/** @param readable whether there is a letter or a digit to read out */
export function textFinding(readable: boolean): Finding {
  return readable
    ? { about: 'text', passed: true, words: 'It has text that a machine can read.' }
    : {
        about: 'text',
        passed: false,
        weight: 'barrier',
        words: 'No text was found in it: a screen reader finds nothing to read.',
        mend: 'Write the words of its pictures as text, or give the original with its text.',
      }
}

export function macrosFinding(hasMacros: boolean): Finding {
  return hasMacros
    ? {
        about: 'macros',
        passed: false,
        weight: 'error',
        words: 'It contains macros: programs that can do harm when it is opened.',
        mend: 'Save it as a document without macros (.docx, .xlsx, .pptx, .odt, .ods or .odp).',
      }
    : { about: 'macros', passed: true, words: 'It contains no macros.' }
}

/** Descriptions that are the name of a file, or nothing, describe nothing. */
export const describes = (words: string | undefined): boolean =>
  words !== undefined &&
  words.trim() !== '' &&
  !/^.*\.(?:png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp)$/i.test(words.trim())

/** A short paragraph that is bold by hand and no sentence may be meant as a heading. */
export const looksLikeHeading = (words: string): boolean =>
  isReadable(words) && words.trim().length <= 100 && !/[.,;]$/.test(words.trim())

/** @param count of paragraphs that look like headings without being marked as such */
export function boldLinesFinding(count: number): Finding {
  if (count === 0) {
    return { about: 'bold lines', passed: true, words: 'No bold line stands in for a heading.' }
  }
  return {
    about: 'bold lines',
    passed: false,
    weight: 'remark',
    words: `${counted(count, 'short bold line')} may be meant as ${count === 1 ? 'a heading' : 'headings'} but ${count === 1 ? 'is' : 'are'} not marked so.`,
    mend: 'If it is a heading, give it the style of a heading in place of bold letters.',
  }
}

/** @param count of cells that stretch over others */
export function mergedCellsFinding(count: number): Finding {
  return count === 0
    ? { about: 'merged cells', passed: true, words: 'It has no merged cells.' }
    : {
        about: 'merged cells',
        passed: false,
        weight: 'remark',
        words: `It has ${counted(count, 'merged cell')}, in which a screen reader may lose the row or the column.`,
        mend: 'Split merged cells, and write the value into each cell to which it belongs.',
      }
}

import type { Root } from 'mdast'
import type { ContentFile } from '../document/content-files.ts'
import type { Problem } from '../document/problems.ts'
import { readManuscript, type Reader } from './manuscript.ts'
import { plugIns } from './plug-ins.ts'
import { capitals } from './remarks/capitals.ts'
import { headings } from './remarks/headings.ts'
import { lineBreaks } from './remarks/line-breaks.ts'
import { linkTexts } from './remarks/link-texts.ts'
import { longSentences } from './remarks/long-sentences.ts'
import { noteMarks } from './remarks/note-marks.ts'
import { pictureTexts } from './remarks/picture-texts.ts'
import { plainWords } from './remarks/plain-words.ts'
import { quotationMarks } from './remarks/quotation-marks.ts'
import { readingAge } from './remarks/reading-age.ts'
import { relativeDates } from './remarks/relative-dates.ts'
import { sensoryWords } from './remarks/sensory-words.ts'
import { shortForms } from './remarks/short-forms.ts'
import { signs } from './remarks/signs.ts'
import { stress } from './remarks/stress.ts'
import { tables } from './remarks/tables.ts'
import { typedLists } from './remarks/typed-lists.ts'
import { knownWords, type Named } from './spelling.ts'

/** Reads files for their language, and remarks on what a press office would mend before it goes out. */
export class SubEditor {
  readonly #registers: Named
  readonly #readers: readonly Reader[]

  /** @param root the folder that holds content/, with the project's dictionary. */
  constructor(root: string, registers: Named) {
    this.#registers = registers
    this.#readers = [
      longSentences,
      shortForms,
      relativeDates,
      linkTexts,
      quotationMarks,
      noteMarks,
      readingAge,
      ({ languages }) => languages,
      headings,
      stress,
      capitals,
      typedLists,
      lineBreaks,
      signs,
      tables,
      pictureTexts,
      sensoryWords,
      plainWords,
      plugIns(knownWords(root, registers)),
    ]
  }

  /** @param tree the body as remark reads it (document/second-parser.ts). */
  read(file: ContentFile, tree: Root): Problem[] {
    const manuscript = readManuscript(file, tree, this.#registers.glossary)
    return this.#readers.flatMap((reader) =>
      [...reader(manuscript)].map(({ at, what, mend }) => {
        const before = file.text.slice(0, at).split('\n')
        const column = (before.at(-1)?.length ?? 0) + 1
        return { level: 'remark', file: file.file, line: before.length, column, what, mend }
      }),
    )
  }
}

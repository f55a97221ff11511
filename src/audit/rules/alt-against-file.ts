import { fileOf, isKin, namedPictures, tellingWords } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const MONTHS =
  'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter north south east west'.split(
    ' ',
  )

export const altAgainstFile: PageRule = {
  id: 'alt-against-file',
  level: 'manual',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F20',
  meets: 'The alternative speaks of something else than the file: it may be of an earlier picture.',
  mend: 'Look at the picture, and write the alternative of what it shows now.',
  *find(): Iterable<FaultyElement> {
    for (const { element, name } of namedPictures()) {
      const [inFile, inName] = [tellingWords(fileOf(element)), tellingWords(name)]
      if (element.localName === 'input' || inFile.length === 0 || inName.length === 0) continue
      const isShared = inName.some((word) => inFile.some((other) => isKin(word, other)))
      // A sentence says more than a file name can; a name of two words should agree with it.
      const isOther = !isShared && inName.length <= 2 && isName(name)
      if (!isOther && !isOtherTime(inFile, inName)) continue
      yield { element, detail: `The alternative is “${name}”, the file ${fileOf(element)}.` }
    }
  },
}

/** Whether it reads as the name of somebody or something: capitals, or a logo. */
function isName(name: string): boolean {
  return /\blogo\b/i.test(name) || /^(\p{Lu}[\p{L}\p{N}’'-]*\s?){1,2}$/u.test(name)
}

function isOtherTime(inFile: readonly string[], inName: readonly string[]): boolean {
  const [there, here] = [inFile, inName].map((words) =>
    MONTHS.filter((month) => words.includes(month)),
  )
  if (!there?.length || !here?.length) return false
  return !there.some((month) => here.includes(month))
}

import { formatDay } from '../document/dates.ts'
import type { Publication } from '../document/library.ts'
import type { Problem } from '../document/problems.ts'
import { asSet, missingCharacters } from '../pictures/fonts.ts'
import { codePoint } from './characters.ts'
import { publisher } from './publisher.ts'
import { sentence } from './wording.ts'
import type { Format } from './writers.ts'

/** The words of the picture, for those who do not see it: what `og:image:alt` says. */
export const socialPictureInWords: Format<string> = {
  name: 'words of the picture for social sites',
  ending: '.png.txt',
  write: (publication, { site: { name } }) => {
    const { kind, title, who, when, site } = pictureWords(publication, name)
    return [kind, title, who, when, site]
      .filter((words) => words !== '')
      .map(sentence)
      .join(' ')
  },
}

/** What the picture says; what a publication has not is ''. */
export interface PictureWords {
  kind: string
  title: string
  who: string
  when: string
  site: string
}

export function pictureWords({ tree, data }: Publication, site: string): PictureWords {
  const block = tree.find((node) => node.type === 'titleBlock')
  const { from, owner } = publisher(tree)
  const who = owner === undefined ? '' : `Owner: ${owner}`
  return {
    kind: asSet(block?.kind ?? ''),
    title: asSet(data.title),
    who: asSet(from === undefined ? who : `From: ${from}`),
    when: 'published' in data ? formatDay(data.published) : '',
    site: asSet(site),
  }
}

/** What is wrong with a publication for its picture: characters that no font here can show. */
export function pictureProblems(publication: Publication, siteName: string): Problem[] {
  const { file, data } = publication
  const missing = missingCharacters(Object.values(pictureWords(publication, siteName)).join(' '))
  return missing.map((character) => ({
    level: 'error',
    file,
    line: 1,
    column: 1,
    what: `The picture of “${data.title}” for social sites, which is the cover of its EPUB too, cannot show “${character}” (${codePoint(character)}): no font has it.`,
    mend: 'Write it with other characters, or add a font that has it to src/pictures/fonts.ts.',
  }))
}

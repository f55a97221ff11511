import { formatDay } from '../document/dates.ts'
import type { Publication } from '../document/library.ts'
import type { Problem } from '../document/problems.ts'
import { asSet, missingCharacters } from '../pictures/fonts.ts'
import { publisher } from './publisher.ts'
import type { AnyFormat } from './writers.ts'

/** The words of the picture, for those who do not see it: what `og:image:alt` says. */
export const socialPictureInWords: AnyFormat<string> = {
  name: 'words of the picture for social sites',
  extension: 'png.txt',
  write: (publication, _siteUrl, siteName) => {
    const { kind, title, who, when, site } = pictureWords(publication, siteName)
    return [kind, title, who, when, site]
      .filter((words) => words !== '')
      .map((words) => (/[.?!]$/.test(words) ? words : `${words}.`))
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
export function pictureProblems(publication: Publication, siteName = ''): Problem[] {
  const { file, data } = publication
  const missing = missingCharacters(Object.values(pictureWords(publication, siteName)).join(' '))
  return missing.map((character) => ({
    level: 'error',
    file,
    line: 1,
    column: 1,
    what: `The picture of “${data.title}” for social sites cannot show “${character}” (${codePoint(character)}): no font has it.`,
    mend: 'Write it with other characters, or add a font that has it to src/pictures/fonts.ts.',
  }))
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

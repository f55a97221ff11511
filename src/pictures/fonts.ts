import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { create } from 'fontkitten'

const { resolve } = createRequire(import.meta.url)
const family = (name: string) => dirname(resolve(`@expo-google-fonts/${name}/package.json`))
const latin = family('atkinson-hyperlegible-next')
const arabic = family('noto-sans-arabic')

/**
 * The fonts that pictures are set in: Latin first, Arabic for what it lacks. Both come with the
 * project, under the Open Font Licence. To write in another script, add a family with it.
 */
export const fonts = {
  'Picture Latin': [
    `${latin}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
    `${latin}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
  ],
  'Picture Arabic': [
    `${arabic}/400Regular/NotoSansArabic_400Regular.ttf`,
    `${arabic}/700Bold/NotoSansArabic_700Bold.ttf`,
  ],
} as const

let covered: Set<number>[] | undefined

/**
 * The characters of some words that no font can show.
 * @returns each once, in the order of the words
 */
export function missingCharacters(words: string): string[] {
  covered ??= Object.values(fonts).flatMap((files) => {
    const [first, ...others] = files.map((file) => charactersOf(file))
    return first ? [others.reduce((all, each) => all.intersection(each), first)] : []
  })
  const characters = new Set(asSet(words).replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
  return [...characters].filter(
    (character) => !covered?.some((those) => those.has(character.codePointAt(0) ?? 0)),
  )
}

function charactersOf(file: string): Set<number> {
  const font = create(readFileSync(file))
  if (font.isCollection) throw new TypeError(`${file} is a collection of fonts.`)
  return new Set(font.characterSet)
}

/**
 * Words as they are set: letters put together with their accents, and of the many kinds of
 * space, which fonts lack, only the common one and the one that joins.
 */
export function asSet(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[\u2007\u202f]/g, '\u00a0')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim()
}

import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { searchRecord } from './search.ts'
import { socialPicture } from './social-picture.ts'
import { socialPictureInWords } from './social-picture-words.ts'
import { text } from './text.ts'
import type { AnyFormat } from './writers.ts'

/** Every format that there is, in the order in which they are offered. */
export const formats: readonly AnyFormat[] = [
  html,
  text,
  markdown,
  socialPicture,
  socialPictureInWords,
  searchRecord,
]

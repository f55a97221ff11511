import type { PressRelease } from './schemas.ts'

const kinds = {
  'press-release': 'Press release',
  statement: 'Statement',
  'media-advisory': 'Media advisory',
  speech: 'Speech',
} as const

/** The kind of a publication in words, such as 'Press release'. */
export function kindInWords(kind: PressRelease['kind']): string {
  return kinds[kind]
}

import { all } from '../in-page/dom.ts'
import { hasSource, isAlternativeNear } from '../in-page/looks/media.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const SOUND = /\.(mp3|wav|ogg|oga|m4a|aac|flac|wma|aiff?)$/i
const MOVING = /\.(mp4|m4v|mov|webm|avi|wmv|mpe?g|ogv|mkv|swf|flv)$/i

export const soundWithoutTranscript: PageRule = {
  id: 'sound-without-transcript',
  level: 'manual',
  criteria: ['1.2.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G158',
  meets: 'Whoever does not hear the recording, or does not see it, has no way to its content.',
  mend: 'Put a link to a transcript beside the recording.',
  *find(): Iterable<FaultyElement> {
    for (const sound of all<HTMLAudioElement>('audio')) {
      if (hasSource(sound) && !isAlternativeNear(sound, 'heard')) yield { element: sound }
    }
    for (const object of all<HTMLObjectElement>('object[data], embed[src]')) {
      const file = object.getAttribute('data') ?? object.getAttribute('src') ?? ''
      const isRecording = SOUND.test(file) || MOVING.test(file)
      if (isRecording && !isAlternativeNear(object, 'heard')) yield { element: object }
    }
    for (const link of all<HTMLAnchorElement>('a[href]:not(svg *)')) {
      if (!URL.canParse(link.href)) continue
      const { pathname } = new URL(link.href)
      const kind = SOUND.test(pathname) ? 'a sound' : MOVING.test(pathname) ? 'a video' : undefined
      if (!kind || isAlternativeNear(link, 'heard')) continue
      yield {
        element: link,
        detail: `The link leads to ${kind}, and no transcript is named near it.`,
      }
    }
  },
}

import { squeeze } from '../in-page/dom.ts'
import { fileOf, namedPictures } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const FILE = /^[^\s]+\.(jpe?g|png|gif|svg|webp|avif|bmp|tiff?|ico)$/i

export const altFileName: PageRule = {
  id: 'alt-file-name',
  level: 'error',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F30',
  meets: 'Instead of what the picture shows, the name of its file is read out.',
  mend: 'Write in the alt what the picture says or does here.',
  *find(): Iterable<FaultyElement> {
    for (const { element, name } of namedPictures()) {
      const link = element.closest('a, button')
      // “Download map.png” names the file on purpose.
      if (link && link !== element && squeeze(link.textContent) !== '') continue
      const words = squeeze(name)
      const isFile = FILE.test(words) || /^[^\s]*[\\/][^\s]*\.\w{2,4}$/.test(words)
      const isCode = words === fileOf(element) && /^[0-9a-f_-]{12,}$/i.test(words)
      const isCamera = /^(img|dsc|dscn|pict|p\d|screenshot|mvc|image)[-_]?\d{3,}\w*$/i.test(words)
      if (isFile || isCode || isCamera) yield { element, detail: `The alternative is “${words}”.` }
      else if (isSameAsFile(words, element))
        yield {
          element,
          level: 'manual',
          detail: `The alternative “${words}” is the name of the file: look whether it fits.`,
        }
    }
  },
}

/** `paris` on a file `paris`: it may be what the picture shows, or not. */
function isSameAsFile(words: string, element: Element): boolean {
  const stem = fileOf(element).replace(/\.\w+$/, '')
  return stem !== '' && words === stem && /[-_\d]/.test(words)
}

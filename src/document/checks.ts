import type { Place, Problems } from './problems.ts'

/** Link texts that say nothing when a screen reader lists them alone (WCAG 2.4.4, 2.4.9). */
const vague = new Set(
  [
    'here',
    'click here',
    'click',
    'this',
    'this page',
    'this link',
    'link',
    'more',
    'read more',
    'learn more',
    'find out more',
    'details',
    'see here',
    'page',
    'website',
    'download',
    'document',
    'pdf',
  ].map((words) => words.normalize()),
)

/**
 * A link must say where it leads, and lead somewhere that a reader may go.
 * @returns whether the address can be looked up.
 */
export function checkLink(
  address: string,
  words: string,
  place: Place,
  problems: Problems,
): boolean {
  const plain = words.trim()
  if (plain === '') {
    problems.error(place, 'A link has no words.', 'Write between [ and ] what it leads to.')
  } else if (vague.has(plain.toLowerCase().replace(/[.:!…»>]+$/u, ''))) {
    problems.error(
      place,
      `A link is called “${plain}”.`,
      'Name what it leads to, so that the link makes sense on its own.',
    )
  }
  if (/^(https?:\/\/[^\s/]+|mailto:\S+@\S+|tel:\+?[\d\s-]+)/.test(address)) return true
  if (address.startsWith('#') && address.length > 1) return true
  if (address.startsWith('/') && !address.startsWith('//')) {
    const path = address.replace(/[?#].*$/, '')
    if (path.endsWith('/') || /\.[a-z0-9]+$/.test(path)) return true
    problems.error(
      place,
      `The address ${address} has no slash at its end.`,
      `Write ${path}/${address.slice(path.length)}`,
    )
    return false
  }
  problems.error(
    place,
    `The address “${address}” leads nowhere.`,
    'Write a whole address (https://…), or one of this site that begins with /.',
  )
  return false
}

/**
 * Words for a picture must say what it shows (WCAG 1.1.1).
 * @param decorative the writer has said that the picture adds nothing to the words.
 */
export function checkPictureText(
  alt: string,
  decorative: boolean,
  place: Place,
  problems: Problems,
): void {
  if (decorative && alt === '') return
  if (decorative) {
    problems.error(
      place,
      'A decorative picture has alternative text.',
      'Leave out `decorative` if the picture says something; leave out `alt` if it does not.',
    )
    return
  }
  if (alt === '') {
    problems.error(
      place,
      'A picture has no alternative text.',
      'Say in `alt` what it shows, or write `decorative` if it adds nothing to the words.',
    )
  } else if (/^(image|picture|photo(graph)?|graphic|icon) of\b/i.test(alt)) {
    problems.error(
      place,
      `The alternative text begins with “${alt.split(' ').slice(0, 2).join(' ')}”.`,
      'Begin with what the picture shows: a screen reader says “image” itself.',
    )
  } else if (/^\S+\.(jpe?g|png|gif|webp|svg|avif)$/i.test(alt)) {
    problems.error(
      place,
      'The alternative text is the name of a file.',
      'Say what the picture shows, in words.',
    )
  } else if (alt.length > 180) {
    problems.error(
      place,
      `The alternative text has ${alt.length} characters.`,
      'Use at most 180, and put the rest into the text or the caption.',
    )
  }
}

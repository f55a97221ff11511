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
    'click this link',
    'follow this link',
    'right here',
    'over here',
    'read on',
  ].map((words) => words.normalize()),
)

/** Words in small letters, without arrows, quotation marks and full stops round them. */
const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ')

/** How words for a picture begin that say first that it is one. */
const saysPicture =
  /^(?:(?:an?|the|this) )?(?:image|picture|photo(?:graph)?|graphic|icon)(?: of| showing| shows)\b/i
/** Names of files, with their ending or as cameras and programs give them (WCAG failure F30). */
const fileName =
  /^(?:\S+\.(?:jpe?g|png|gif|webp|svg|avif|heic|tiff?|bmp)|(?:IMG|DSCN?|DSC|PXL|P)[_-]?\d{3,}\S*|(?:screenshot|image|img|photo|picture|untitled|scan)[_ -]?\d+)$/i
/** Words that would suit every picture (WCAG failure F30). */
const saysNothing =
  /^(?:an? |the )?(?:alt(?:ernative)?(?: text)?|image|picture|photo(?:graph)?|graphic|icon|logo|banner|illustration|screenshot|untitled|placeholder|spacer|figure|chart|graph|diagram|map|img|pic|x|tbc|todo)$/i

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
  } else if (!/[\p{L}\p{N}]/u.test(plain)) {
    problems.error(
      place,
      `A link is called “${plain}”, which is no word.`,
      'Write between [ and ] what it leads to.',
    )
  } else if (vague.has(bare(plain))) {
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
  } else if (saysPicture.test(alt)) {
    problems.error(
      place,
      `The alternative text begins with “${saysPicture.exec(alt)?.[0] ?? ''}”.`,
      'Begin with what the picture shows: a screen reader says “image” itself.',
    )
  } else if (fileName.test(alt)) {
    problems.error(
      place,
      'The alternative text is the name of a file.',
      'Say what the picture shows, in words.',
    )
  } else if (saysNothing.test(alt.replace(/[.:!…]+$/u, ''))) {
    problems.error(
      place,
      `The alternative text is “${alt}”, which would suit any picture.`,
      'Say what this one shows, in words.',
    )
  } else if (alt.length > 180) {
    problems.error(
      place,
      `The alternative text has ${alt.length} characters.`,
      'Use at most 180, and put the rest into the text or the caption.',
    )
  }
}

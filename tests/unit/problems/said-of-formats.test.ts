import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ContentError, describeProblem } from '../../../src/document/problems.ts'
import { formatContext } from '../../../src/formats/context.ts'
import { pdf } from '../../../src/formats/pdf/pdf.ts'
import { contentProblems } from '../../../src/subeditor/content-problems.ts'
import {
  edited,
  read,
  release,
  someDay,
  tinyPng,
  withBody,
  writeContent,
  type Files,
} from '../document/made-up-content.ts'

/* What a format cannot write of a publication, as `npm run check` says it. */

const siteUrl = 'https://made-up.example'
const at = (place: string, what: string, mend: string): string =>
  `${release}:${place}: error: ${what}\n    ${mend}`

/** A picture of the WebP format: no more of it is read than its size. */
const tinyWebp = Buffer.concat([
  Buffer.from('RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f', 'latin1'),
  Buffer.alloc(12),
])

const wrong: Record<string, [changed: Files, ...said: string[]]> = {
  'a title with a character that no font has': [
    edited(release, 'title: A made-up announcement', 'title: A made-up 中'),
    at(
      '1:1',
      'The picture of “A made-up 中” for social sites, which is the cover of its EPUB too, cannot show “中” (U+4E2D): no font has it.',
      'Write it with other characters, or add a font that has it to src/pictures/fonts.ts.',
    ),
    at(
      '1:1',
      '“中” (U+4E2D) cannot be written as PDF.',
      'Write it with other characters: the fonts for print have Latin and Arabic letters.',
    ),
    at('1:1', '“中” (U+4E2D) cannot be written as braille.', 'Write it in words instead.'),
  ],
  'a language without a table for braille': [
    withBody('<Passage lang="so">\n\nErayo la sameeyay.\n\n</Passage>'),
    at(
      '17:1',
      'Somali cannot be written as braille.',
      'Publish these words apart from this text, or have a braille table for “so” added to src/formats/braille/languages.ts.',
    ),
  ],
  'a picture that Word cannot show': [
    { ...withBody('![A tower](/images/tiny.webp)'), 'content/images/tiny.webp': tinyWebp },
    at(
      '15:1',
      'Word cannot show the picture /images/tiny.webp: it is of the type image/webp.',
      'Save it as PNG, JPEG or GIF, and write its new address.',
    ),
  ],
  'an address that is no URL': [
    withBody('See [that](https://[there).'),
    at(
      '15:5',
      'The address https://[there cannot be linked to in EPUB: it is no URL.',
      'Copy the whole address from a browser.',
    ),
  ],
}

for (const [name, [changed, ...said]] of Object.entries(wrong)) {
  test(name, async (context) => {
    const root = writeContent(context, changed)
    const { problems } = await contentProblems({ root, siteUrl, now: someDay, errorsOnly: true })
    // The plan shows the title of its release too.
    const ofRelease = problems.filter(({ file }) => file === release)
    assert.deepEqual([...new Set(ofRelease.map(describeProblem))], said)
  })
}

test('a picture that is cut off, which only the making of the PDF finds', async (context) => {
  const root = writeContent(context, {
    ...withBody('![A tower](/images/cut.png)'),
    'content/images/cut.png': tinyPng.subarray(0, 40),
  })
  const publication = read(root).published.get('/press-releases/made-up-release/')
  assert.ok(publication)
  await assert.rejects(pdf.write(publication, formatContext(root, siteUrl)), (error) => {
    assert.ok(error instanceof ContentError)
    const [problem, ...others] = error.problems
    assert.deepEqual(others, [])
    assert.match(problem?.what ?? '', /^It cannot be set as PDF: failed to decode image.*\.$/)
    assert.equal(
      problem?.mend,
      'Look at the pictures, which another program may have to save again; or report it as a fault of this program.',
    )
    return true
  })
})

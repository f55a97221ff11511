import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  assertErrors,
  edited,
  note,
  page,
  plan,
  read,
  release,
  rightFiles,
  tinyPng,
  withBody,
  writeContent,
  type Files,
  type Said,
} from './made-up-content.ts'

/* Files as such: their bytes, names, ends of lines; and what `npm run check` makes of them. */

const bytes = (before: string, wrong: number[], after = '\n'): Buffer =>
  Buffer.concat([Buffer.from(before), Buffer.from(wrong), Buffer.from(after)])
const notUtf8 = [
  'The file is not UTF-8 text.',
  'Save it again with the encoding “UTF-8”; then look at the accents and quotation marks.',
] as const
const start = rightFiles[release].slice(0, rightFiles[release].indexOf('Some words'))
const noAddress = [
  'Name the file with small letters, digits and hyphens, such as new-bus-routes.mdx; not only a year.',
] as const
const address =
  'An address on this site that begins and ends with /, such as /press-releases/a-name/.'
const fieldsFirst =
  'Begin with a line of three hyphens, then `title: …` and the other fields, then three hyphens.'

const wrong: Record<string, [changed: Files, ...said: Said[]]> = {
  'a byte of Windows-1252': [
    { [release]: bytes(`${start}Caf`, [0xe9], ' ') },
    ['15:4', ...notUtf8],
  ],
  'a byte of Windows-1252 after accents': [
    { [release]: bytes(`${start}Éé – na`, [0xef], 've') },
    ['15:8', ...notUtf8],
  ],
  'a character cut off at the end': [
    { [release]: bytes(`${start}Words “`, [0xe2, 0x80], '') },
    ['15:8', ...notUtf8],
  ],
  'a surrogate': [{ [release]: bytes(`${start}W`, [0xed, 0xa0, 0x80]) }, ['15:2', ...notUtf8]],
  'UTF-16': [
    { [release]: Buffer.from(`\uFEFF${rightFiles[release]}`, 'utf16le') },
    ['1:1', ...notUtf8],
  ],
  'a register that is not UTF-8': [
    { 'content/people.yaml': bytes('made-up-person:\n  name: Zo', [0xeb]) },
    ['content/people.yaml:2:11', ...notUtf8],
  ],
  'a file without front matter': [
    { [release]: 'Some words.\n' },
    ['1:1', 'The file does not begin with front matter.', fieldsFirst],
  ],
  'an empty file': [
    { [release]: '' },
    ['1:1', 'The file does not begin with front matter.', fieldsFirst],
  ],
  'a line before the front matter': [
    { [release]: `\n${rightFiles[release]}` },
    ['1:1', 'The file does not begin with front matter.', fieldsFirst],
  ],
  'front matter that is not closed': [
    { [release]: '---\ntitle: A made-up announcement\n\nSome words.\n' },
    [
      '1:1',
      'The front matter is not closed.',
      'Write a line of three hyphens after its last field.',
    ],
  ],
  'a register that is missing': [
    { 'content/people.yaml': undefined },
    [
      'content/people.yaml:1:1',
      'The file is missing.',
      'Restore it from git: `git checkout -- content`.',
    ],
  ],

  'a file of Markdown without elements': [
    { 'content/press-releases/another-release.md': rightFiles[release] },
    [
      'content/press-releases/another-release.md:1:1',
      'The file does not end in .mdx.',
      'Rename it to end in .mdx, or move it: pictures belong into content/images/, documents into content/documents/.',
    ],
  ],
  'a name with capitals and spaces': [
    { 'content/press-releases/Another release.mdx': rightFiles[release] },
    [
      'content/press-releases/Another release.mdx:1:1',
      '“Another release” cannot be an address.',
      ...noAddress,
    ],
  ],
  'a name that is a year': [
    { 'content/press-releases/2016.mdx': rightFiles[release] },
    ['content/press-releases/2016.mdx:1:1', '“2016” cannot be an address.', ...noAddress],
  ],
  'a name that ends as the files of a format do': [
    { 'content/press-releases/made-up-large-print.mdx': rightFiles[release] },
    [
      'content/press-releases/made-up-large-print.mdx:1:1',
      '“made-up-large-print” cannot be an address: the files of formats end in -large-print.',
      'Name the file otherwise.',
    ],
  ],
  'the same name in two folders': [
    { 'content/press-releases/older/made-up-release.mdx': rightFiles[release] },
    [
      'content/press-releases/older/made-up-release.mdx:1:1',
      'content/press-releases/made-up-release.mdx has the same name.',
      'Rename one: the name is the address.',
    ],
  ],
  'a page that the site makes itself': [
    { 'content/pages/people.mdx': rightFiles[page] },
    [
      'content/pages/people.mdx:1:1',
      'The site makes the page /people/ itself.',
      'Give the file another name, or take it away.',
    ],
  ],
  'a picture in public/': [
    { 'public/images/made-up-tower.png': tinyPng },
    [
      'public/images:1:1',
      'What lies in public/ can be read at once, pictures of texts under embargo too.',
      'Move the folder to content/images/: pictures there are served once a public text shows them.',
    ],
  ],
  'a file that nothing reads': [
    { 'content/notes.txt': 'Buy milk.\n' },
    ['content/notes.txt:1:1', 'Nothing reads this file or folder.', 'Move it out of content/.'],
  ],
  'addresses that cannot be redirected': [
    { 'content/redirects.yaml': '/old-page/: /made-up-page\nold: /made-up-page/\n' },
    ['content/redirects.yaml:1:13', '`/old-page/` is not right: "/made-up-page".', address],
    ['content/redirects.yaml:2:1', '`old` cannot stand before a colon here.', address],
  ],
  'a folder that is misspelt': [
    { 'content/press-release/another.mdx': rightFiles[release] },
    [
      'content/press-release:1:1',
      'Nothing reads this file or folder.',
      'Did you mean press-releases?',
    ],
  ],

  // What a broken file breaks elsewhere is not said: it would send a writer to the wrong place.
  'a plan that cannot be read, though a release shows it': [
    edited(plan, 'The plan is made up.', 'The plan {'),
    [
      `${plan}:17:10`,
      'A brace opens an expression that cannot be read.',
      'Take the braces out, or write \\{ for a brace itself.',
    ],
  ],
  'a note that cannot be read, though a plan has its mark': [
    edited(note, 'refersTo: imaginary numbers\n', ''),
    [`${note}:2:1`, '`refersTo` is missing.', 'The words of the text that the note hangs on.'],
  ],
  'a page that cannot be read, though a release links to it': [
    {
      ...withBody('See [our page](/made-up-page/#part).'),
      'content/pages/made-up-page.mdx': 'Words.\n',
    },
    [
      'content/pages/made-up-page.mdx:1:1',
      'The file does not begin with front matter.',
      fieldsFirst,
    ],
  ],
}

for (const [name, [changed, ...said]] of Object.entries(wrong)) {
  test(name, (context) => {
    assertErrors(context, changed, said)
  })
}

const windows = (text: string): string => text.replaceAll('\n', '\r\n')

test('the line ends of Windows are right everywhere', (context) => {
  const lines = withBody('Two\nlines `of\ncode`.\n\n```\none\ntwo\n```\n\n- and\n  a list')
  const changed = Object.fromEntries(
    Object.entries({ ...rightFiles, ...lines }).map(([name, content]) => [
      name,
      typeof content === 'string' ? windows(content) : content,
    ]),
  )
  assertErrors(context, changed, [])
  const { published } = read(writeContent(context, changed))
  const right = read(writeContent(context, lines)).published
  assert.deepEqual(published, right)
})

test('the line ends of Windows leave lines and columns as they are', (context) => {
  const { [release]: text } = withBody('Words `a\nb`\nand {x}')
  assertErrors(context, { [release]: windows(String(text)).replace('state', 'stat') }, [
    [
      '2:1',
      '`state` is missing.',
      'How far it is: draft, in-review, ready, published or withdrawn.',
    ],
    ['6:1', 'Unrecognized key `stat`.', 'Did you mean `state`?'],
  ])
  assertErrors(context, { [release]: windows(String(text)) }, [
    [
      '17:5',
      'An expression in braces stands in the text.',
      'Take it out, or write \\{ for a brace itself: content is not code.',
    ],
  ])
})

test('a byte order mark at the start is right, and not a word', (context) => {
  const changed = {
    [release]: `\uFEFF${rightFiles[release]}`,
    'content/people.yaml': `\uFEFF${rightFiles['content/people.yaml']}`,
  }
  assertErrors(context, changed, [])
  assert.doesNotMatch(JSON.stringify([...read(writeContent(context, changed)).published]), /\uFEFF/)
})

test('a release may stand in a folder of its year; hidden files are left alone', (context) => {
  const { [release]: text, ...rest } = rightFiles
  const root = writeContent(context, {
    ...rest,
    [release]: undefined,
    'content/press-releases/2020/made-up-release.mdx': text,
    'content/press-releases/.DS_Store': Buffer.of(0xff),
    'content/.DS_Store': Buffer.of(0xff),
  })
  const { problems, published } = read(root)
  assert.deepEqual(problems, [])
  assert.equal(
    published.get('/press-releases/made-up-release/')?.file,
    'content/press-releases/2020/made-up-release.mdx',
  )
})

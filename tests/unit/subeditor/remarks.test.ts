import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftWith, remarksOn, type Said } from './reading.ts'

/** A sentence of so many words that says nothing. */
const sentence = (words: number): string =>
  `Here ${Array.from({ length: words - 1 }, (_, at) => (at % 2 ? 'go' : 'they')).join(' ')}.`

const lost = 'Make two of it: many readers lose their way after 25 words.'
const inAYear = (words: string) => `“${words}” says nothing to those who read this in a year.`
const name = 'Name the day, the month or the year.'
const noteMend =
  'Write the note in content/notes-to-editors/ and put <NoteMark note="its-id"> and </NoteMark> round the words, or take the mark out.'
const unknown = (word: string) => `The British dictionary does not know “${word}”.`
const add = 'If it is right, add it to content/spelling.txt.'

type Fields = Record<string, string>

/** Each has a draft, what is said of it, and a twin of which nothing is said. */
const specimens: Record<
  string,
  { body: string; fields?: Fields; said: Said[]; twin: string; twinFields?: Fields }
> = {
  'a long sentence': {
    body: sentence(26),
    said: [['10:1', 'A sentence has 26 words.', lost]],
    twin: sentence(25),
  },
  'a long sentence behind an escape and an indented line': {
    body: `- Wait\n  for one \\& all. ${sentence(30)}`,
    said: [['11:19', 'A sentence has 30 words.', lost]],
    twin: `- Wait\n  for one \\& all. ${sentence(20)}`,
  },
  'a long sentence in a field': {
    body: 'Wait.',
    fields: { summary: `"It’s \\"so\\" ${sentence(26)}"` },
    said: [['3:11', 'A sentence has 28 words.', lost]],
    twin: 'Wait.',
    twinFields: { summary: sentence(25) },
  },
  'a long description of a picture': {
    body: `<Figure src="/images/a.png" alt="${sentence(26)}" />`,
    said: [['10:34', 'A sentence has 26 words.', lost]],
    twin: `<Figure src="/images/a.png" alt="${sentence(25)}" />`,
  },
  'a short form that nobody explains': {
    body: 'The ABC sat. The ABC rose.',
    said: [
      [
        '10:5',
        'The short form ABC is not explained.',
        'Write it in full the first time, then (ABC), or add it to content/glossary.yaml.',
      ],
    ],
    twin: 'The Association of Bold Cats (ABC) sat. The ABC rose, as did MUM.',
  },
  'a short form of small and large letters, and a plural': {
    body: 'The DfE, an A&E and PCSOs sat.',
    said: ['DfE', 'A&E', 'PCSO'].map((term, index) => [
      `10:${[5, 13, 21][index] ?? 0}`,
      `The short form ${term} is not explained.`,
      `Write it in full the first time, then (${term}), or add it to content/glossary.yaml.`,
    ]),
    twin: 'DFE (Department for Elephants) sat in the UK, and so did Part II of McDonald’s.',
  },
  'a short form that the glossary cannot explain': {
    body: 'The NIL sat.',
    said: [
      [
        '10:5',
        'The short form NIL is not explained: the glossary says that no source spells it out.',
        'Find out what it stands for, or ask; then add the meaning and its source to content/glossary.yaml.',
      ],
    ],
    twin: 'The MUM sat.',
  },
  'a date that only its day understands': {
    body: 'It opens today.',
    said: [['10:10', inAYear('today'), 'Write the date: 15 January 2020, if that is meant.']],
    twin: 'It opens on 15 January 2020.',
  },
  'a day after the end of a month': {
    body: 'It opens tomorrow.',
    fields: { published: '2020-01-31' },
    said: [['10:10', inAYear('tomorrow'), 'Write the date: 1 February 2020, if that is meant.']],
    twin: 'It opens on 1 February 2020.',
  },
  'a day of the week': {
    body: 'It meets on Monday at noon.',
    said: [
      [
        '10:10',
        inAYear('on Monday'),
        'Write the date too, such as Monday 20 January 2020, if that is meant.',
      ],
    ],
    twin: 'It meets on Monday 20 January, every Monday, on Mondays, and from Monday to Friday.',
  },
  'weeks and years without a number': {
    body: 'It opens this week, next year, in the coming weeks or recently.',
    said: [
      ['10:10', inAYear('this week'), name],
      ['10:21', inAYear('next year'), name],
      ['10:32', inAYear('in the coming weeks'), name],
      ['10:55', inAYear('recently'), name],
    ],
    twin: 'It opens in the week of 20 January 2020, as soon as possible.',
  },
  'a link that says little': {
    body: 'Read [more information](/made-up/).',
    said: [
      [
        '10:6',
        'A link is called “more information”, which says little by itself.',
        'Name what it leads to, so that the link makes sense on its own.',
      ],
    ],
    twin: 'Read [more information on harbours](/made-up/).',
  },
  'a document’s link that says little': {
    body: 'Read <DocumentLink document="made-up-report">the report</DocumentLink>.',
    said: [
      [
        '10:6',
        'A link is called “the report”, which says little by itself.',
        'Name what it leads to, so that the link makes sense on its own.',
      ],
    ],
    twin: 'Read <DocumentLink document="made-up-report">the harbour report</DocumentLink>.',
  },
  'one name for two links': {
    body: 'See [our plan](/a/) and [Our plan](/b/).',
    said: [
      [
        '10:25',
        'Two links are called “Our plan” and lead to different places.',
        'Give each its own words, so that they can be told apart in a list of links.',
      ],
    ],
    twin: 'See [our plan](/a/) and again [our plan](/a/).',
  },
  'a bare address': {
    body: 'See https://made-up.example/a and write to us@made-up.example.',
    said: [
      [
        '10:5',
        'A bare web address stands in the text; a screen reader spells it out.',
        'Write what it leads to: [words](https://…).',
      ],
    ],
    twin: 'See [the harbour](https://made-up.example/a) and write to us@made-up.example.',
  },
  'a straight mark that closes a curly one': {
    body: 'It said: “nothing **at\nall**".',
    said: [
      ['11:6', 'A curly quotation mark (“) is closed by a straight one (").', 'Write ” there.'],
    ],
    twin: 'It said: “nothing **at\nall**”, of 6" pipes. An ‘odd” thing.',
  },
  'a straight mark that opens what a curly one closes': {
    body: 'It said: "nothing”.',
    said: [
      ['10:10', 'A straight quotation mark (") is closed by a curly one (”).', 'Write “ there.'],
    ],
    twin: 'It said: "nothing".',
  },
  'single marks of two kinds': {
    body: "It said ‘nothing' and 'nobody’s here’.",
    said: [
      ['10:17', "A curly quotation mark (‘) is closed by a straight one (').", 'Write ’ there.'],
      ['10:23', "A straight quotation mark (') is closed by a curly one (’).", 'Write ‘ there.'],
    ],
    twin: "It said ‘nothing’ of the cats’ and the dog's 'bowl' that’s here.",
  },
  'the mark of a note that is not there': {
    body: 'One\\* or two† or three² or four[1] or five [2].',
    said: [
      ['10:5', 'The mark * leads to no note.', noteMend],
      ['10:13', 'The mark † leads to no note.', noteMend],
      ['10:23', 'The mark ² leads to no note.', noteMend],
      ['10:32', 'The mark [1] leads to no note.', noteMend],
      ['10:44', 'The mark [2] leads to no note.', noteMend],
    ],
    twin: 'It is 5\\*3 and 6 km² and a word [sic], <NoteMark note="made-up-note">in words</NoteMark>.',
  },
  'a text for practised readers': {
    body: Array.from(
      { length: 9 },
      () => 'Comprehensive administrative considerations necessitate organisational restructuring.',
    ).join('\n\n'),
    said: [
      [
        '10:1',
        'The whole text is for readers of 18 or more; its longest sentence has 6 words, on line 10.',
        'Write shorter sentences and choose shorter words, until it is for readers of 14.',
      ],
    ],
    twin: Array.from({ length: 9 }, () => 'The cat sat on the mat.').join('\n\n'),
  },
  'a word that the dictionary does not know': {
    body: 'We recieve it, and recieve it.',
    said: [['10:4', unknown('recieve'), `Did you mean “receive” or “relieve”? ${add}`]],
    twin: 'We receive it, `recieve` it at the café, snarkish as we are, on the 25th.',
  },
  'American spelling': {
    body: 'We organize it.',
    said: [['10:4', unknown('organize'), `Did you mean “organise”? ${add}`]],
    twin: 'We organise it.',
  },
  'a name that nobody has': {
    body: 'Vuleikha sat in Quuxham.',
    said: [
      ['10:1', unknown('Vuleikha'), `Did you mean “Zuleikha”? ${add}`],
      ['10:17', unknown('Quuxham'), `Look it up. ${add}`],
    ],
    twin: 'Zuleikha Snarkovic’s friend sat in Quuxborough.',
  },
  'a misspelt word in a table and a field': {
    body: '<Table caption="Wordz">\n\n| One | Two |\n| - | - |\n| Threee | Four |\n\n</Table>',
    fields: { title: 'A made-up tytle' },
    said: [
      ['2:18', unknown('tytle'), `Did you mean “title”? ${add}`],
      ['10:17', unknown('Wordz'), `Did you mean “Word”, “Words” or “Wordy”? ${add}`],
      ['14:3', unknown('Threee'), `Did you mean “Three” or “Threes”? ${add}`],
    ],
    twin: '<Table caption="Words">\n\n| One | Two |\n| - | - |\n| Three | Four |\n\n</Table>',
  },
  'a word twice': {
    body: 'It is in the the house.',
    said: [['10:10', '“the” stands twice in a row.', 'Take one of the two out.']],
    twin: 'It is in the house.',
  },
  'the wrong article': {
    body: 'In a hour an cat sat.',
    said: [
      ['10:4', '“a” stands before a word that takes “an”.', 'Write “an”.'],
      ['10:11', '“an” stands before a word that takes “a”.', 'Write “a”.'],
    ],
    twin: 'In an hour a cat sat.',
  },
  'a heading with a full stop': {
    body: '## Harbours.\n\nThey sat.',
    said: [
      [
        '10:1',
        'A heading ends in a punctuation mark.',
        'Take the mark out: a heading is no sentence.',
      ],
    ],
    twin: '## Which harbours?\n\nThey sat.',
  },
  'the same heading twice': {
    body: '## Harbours\n\nThey sat.\n\n## Harbours\n\nThey rose.',
    said: [
      [
        '14:1',
        'Two headings have the same words.',
        'Give each its own words: they make the address of the part.',
      ],
    ],
    twin: '## Harbours\n\nThey sat.\n\n## Ships\n\nThey rose.',
  },
  'stress in the place of a heading': {
    body: '**Harbours**\n\nThey sat.',
    said: [
      [
        '10:1',
        'Stressed words stand in the place of a heading, and nobody can jump to them.',
        'Begin the line with ## and take the asterisks out.',
      ],
    ],
    twin: '**Harbours** sat.\n\nThey rose.',
  },
  'a link without its address': {
    body: 'See [the harbour][map].',
    said: [
      [
        '10:5',
        'Words in brackets look like a link, and lead nowhere.',
        'Write the address beside the words: [words](https://…).',
      ],
    ],
    twin: 'See [the harbour](/map/), [the Mayor] said.',
  },
}

for (const [about, { body, fields, said, twin, twinFields }] of Object.entries(specimens)) {
  test(`${about} is remarked on, and its twin is not`, () => {
    assert.deepEqual(remarksOn(draftWith(body, fields)), said)
    assert.deepEqual(remarksOn(draftWith(twin, twinFields)), [])
  })
}

test('words in another language are not held against English', () => {
  const words = `Mae’r geiriau ABC yma heddiw, today ${sentence(30)}`
  assert.deepEqual(remarksOn(draftWith(words, { lang: 'cy' })), [])
  assert.deepEqual(remarksOn(draftWith(`<Passage lang="cy">\n\n${words}\n\n</Passage>`)), [])
  assert.deepEqual(remarksOn(draftWith(`It is <Passage lang="cy">${words}</Passage> here.`)), [])
  const english = `<Passage lang="en">\n\nIt opens today.\n\n</Passage>`
  assert.equal(remarksOn(draftWith(english, { lang: 'cy' })).length, 1)
})

test('code is not read', () => {
  assert.deepEqual(remarksOn(draftWith('It is `teh today ABC`.\n\n```\nteh today ABC\n```')), [])
})

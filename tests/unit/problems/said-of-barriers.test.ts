import { test } from 'node:test'
import assert from 'node:assert/strict'
import { assertErrors, withBody } from '../document/made-up-content.ts'
import { draftWith, remarksOn, type Said } from '../subeditor/reading.ts'

/* What is said of barriers in a text, in whole: tests/unit/subeditor/barriers.test.ts has one of each. */

const seen = (words: string): string =>
  `“${words}” can be followed by those alone who see where it stands, its colour or its shape (WCAG 1.3.3).`
const nameIt = 'Name it by its words, its heading or its caption, or link to it.'
const typed = (sign: string): string =>
  `The marks of a list are typed (“${sign}”), so that a screen reader finds no list.`
const begin =
  'Begin each item with “- ”, or with 1. and so on, on a line of its own; leave a line empty before the first.'
const capitals = (first: string): string =>
  `Words stand in capitals from “${first}” on, which are hard to read.`
const small = 'Write small letters; put what must not be missed into a sentence of its own.'
const columns = 'Columns are typed with signs or spaces, so that a screen reader finds no table.'
const writeTable =
  'Write a table: | One | Two |, then | --- | --- |, then the rows, between <Table caption="…"> and </Table>.'
const tableOf = (rows: string, attributes = 'caption="Made-up bells"'): string =>
  `<Table ${attributes}>\n\n${rows}\n\n</Table>`
const words = (count: number): string =>
  Array.from({ length: count }, (_, at) => (at % 2 ? 'go' : 'they')).join(' ')

type Fields = Record<string, string>

/** Each has a draft, what is said of it, and a twin of which nothing is said. */
const specimens: Record<
  string,
  { body: string; fields?: Fields; said: Said[]; twin: string; twinFields?: Fields }
> = {
  'a paragraph in capitals, with a quotation in it': {
    body: 'NOBODY MAY ENTER “THE HARBOUR” OF NOWHERE NOW, they say.',
    said: [['10:1', capitals('NOBODY'), small]],
    twin: 'The MUM, UK and EU sat in Part II, and so did MUM, UK, EU, VAT.',
  },
  'a title in capitals': {
    body: 'They wait.',
    fields: { title: 'LANTERNS LIT' },
    said: [['2:8', capitals('LANTERNS'), small]],
    twin: 'They wait.',
    twinFields: { title: 'Lanterns of the UK' },
  },
  'letters with spaces between them': {
    body: 'The M A Y O R waits.',
    said: [
      [
        '10:5',
        'Spaces stand between the letters of “M A Y O R”, so that a screen reader spells them (WCAG 1.3.2).',
        'Write “MAYOR” without spaces.',
      ],
    ],
    twin: 'The A B C is here, and so am I.',
  },
  'a heading with nothing under it': {
    body: '## Harbours\n\n## Ships\n\nThey sail.\n\n## Bells',
    said: [
      [
        '10:1',
        'Nothing stands under the heading “Harbours”.',
        'Write the words of this part, or take its heading out.',
      ],
      [
        '16:1',
        'Nothing stands under the heading “Bells”.',
        'Write the words of this part, or take its heading out.',
      ],
    ],
    twin: '## Harbours\n\n### Ships\n\nThey sail.',
  },
  'a heading that says the title again': {
    body: '## A made-up draft\n\nThey sail.',
    said: [
      [
        '10:1',
        'A heading says the same as the title.',
        'Say in it what this part alone is about, or take it out.',
      ],
    ],
    twin: '## What a draft is\n\nThey sail.',
  },
  'a long heading': {
    body: `## ${words(30)}\n\nThey sail.`,
    said: [
      [
        '10:4',
        'A sentence has 30 words.',
        'Make two of it: many readers lose their way after 25 words.',
      ],
      [
        '10:1',
        'A heading has 119 characters.',
        'Use at most 100: in a list of headings it is heard in one piece.',
      ],
    ],
    twin: `## ${words(20)}\n\nThey sail.`,
  },
  'bold words over a list': {
    body: '**Harbours**:\n\n- One\n- Two',
    said: [
      [
        '10:1',
        'Stressed words stand in the place of a heading, and nobody can jump to them.',
        'Begin the line with ## and take the asterisks out.',
      ],
    ],
    twin: '*As it was:*\n\n- One\n- Two\n\n**They sat.**',
  },
  'a long passage in italics and one in bold': {
    body: `*${words(21)}*\n\n**${words(22)}**`,
    said: [
      [
        '10:1',
        '21 words in a row are in italics, which are hard to read.',
        'Stress the few words that matter, and take the * round the others out.',
      ],
      [
        '12:1',
        '22 words in a row are in bold, which are hard to read.',
        'Stress the few words that matter, and take the ** round the others out.',
      ],
    ],
    twin: `*${words(20)}* **here**`,
  },
  'typed bullets of several kinds': {
    body: '• One\n\nThey sat.\n\n– Two\n\n– Three\n\nThey rose.\n\n(a) Four\\\n(b) Five\n\nThey fell.\n\nOne • two • three',
    said: [
      ['10:1', typed('•'), begin],
      ['14:1', typed('–'), begin],
      ['20:1', typed('(a)'), begin],
      ['25:5', typed('•'), begin],
    ],
    twin: '– They sat.\n\nThey (a) sat 1. and rose.\n\nOne · two',
  },
  'numbers typed in a line and in a cell': {
    body: `The three are (i) one, (ii) two and (iii) three.\n\n${tableOf('| One | Two |\n| - | - |\n| 1) Sit 2) Rise 3) Fall | Wait |')}`,
    said: [
      ['10:15', typed('(i)'), begin],
      ['16:3', typed('1)'), begin],
    ],
    twin: 'The three are (i) one and (iii) three.',
  },
  'Roman numbers typed one under another': {
    body: 'i) They sit\\\nii) They rise',
    said: [['10:1', typed('i)'), begin]],
    twin: 'i) They sit\\\niv) They rise',
  },
  'emoji in the items of a list': {
    body: '- 🔔 Ring\n- 🔔 Wait',
    said: [
      [
        '10:3',
        'The items of a list begin with emoji, whose names a screen reader reads out each time.',
        'Take them out: a list has its own marks.',
      ],
    ],
    twin: '- 🔔 Ring\n- Wait',
  },
  'emoji in a row': {
    body: 'It opens 🎉 🎉',
    said: [
      [
        '10:10',
        'Emoji stand in a row (“🎉 🎉”); a screen reader says the whole name of each.',
        'Say in words what they are to say; one emoji at the end of a sentence is enough.',
      ],
    ],
    twin: 'It opens 👩🏽‍🔬',
  },
  'a row of signs': {
    body: 'Name: \\_\\_\\_\\_\\_\\_',
    said: [
      [
        '10:8',
        'A row of signs is typed (“______”), which some screen readers read out one by one.',
        'Take it out; write --- between empty lines for a break between two parts.',
      ],
    ],
    twin: 'Name …',
  },
  'letters that are made for formulas': {
    body: 'It is 𝗯𝗼𝗹𝗱 here.',
    said: [
      [
        '10:7',
        '“𝗯𝗼𝗹𝗱” is written in letters that are made for formulas; screen readers spell them or say nothing.',
        'Write “bold”; put ** or * round it to stress it.',
      ],
    ],
    twin: 'It is **bold** here, and 𝑥 is a number.',
  },
  'spaces that push words apart': {
    body: 'One&nbsp;&nbsp;&nbsp;two',
    said: [
      [
        '10:4',
        'Spaces are typed in a row to push words apart.',
        'Write one space, or a table where the words are columns.',
      ],
    ],
    twin: 'One&nbsp;two',
  },
  'a drawing of characters': {
    body: '```\n/\\_/\\\n( o.o )\n > ^ <\n```',
    said: [
      [
        '10:1',
        'A drawing is made of characters, which a screen reader reads out one by one (WCAG 1.1.1).',
        'Say what it shows in words, or show a picture with alternative text.',
      ],
    ],
    twin: '```md\n| - |\n| - |\n| - |\n| - |\n```',
  },
  'a typed sign of quotation': {
    body: '\\> They sat.',
    said: [
      [
        '10:1',
        'A line begins with a typed >, which a screen reader reads as “greater than”.',
        'Take the backslash before it out to quote a text, or put what a person said between <Quotation …> and </Quotation>.',
      ],
    ],
    twin: '> They sat.\n\n5 \\> 4',
  },
  'line breaks for paragraphs': {
    body: `They sat, ${words(15)}.\\\nThey rose, ${words(15)}.`,
    said: [
      [
        '10:72',
        'A line break stands where a paragraph ends.',
        'Take the break out and leave a line empty.',
      ],
    ],
    twin: 'Made-Up Street 1.\\\nNowhere.',
  },
  'a file without its type or its size': {
    body: 'See [the plan](https://made-up.example/a.docx) and [the sums (Excel)](https://made-up.example/b.xlsx).',
    said: [
      [
        '10:5',
        'A link leads to a DOCX file and does not say so.',
        'Write it into the words of the link, such as “(DOCX, 340 kB)”; <DocumentLink> does so by itself.',
      ],
      [
        '10:52',
        'A link leads to a XLSX file and does not say how large it is.',
        'Write it into the words of the link, such as “(XLSX, 340 kB)”; <DocumentLink> does so by itself.',
      ],
    ],
    twin: 'See [the plan](https://made-up.example/a.docx) (Word, 2 MB) and [the sums (Excel, 3 kB)](https://made-up.example/b.xlsx).',
  },
  'a link that opens a new window': {
    body: 'See [the plan (new window)](https://made-up.example/).',
    said: [
      [
        '10:5',
        'A link says that it opens a new window, and no link of this site does.',
        'Take these words out: readers open a window themselves where they want one.',
      ],
    ],
    twin: 'See [the plan for a window](https://made-up.example/).',
  },
  'two links in a row': {
    body: '[The plan](/a/), [and how it goes](/a/)',
    said: [
      [
        '10:18',
        'Two links in a row lead to the same place.',
        'Make one link of them, so that nobody has to pass it twice.',
      ],
    ],
    twin: '[The plan](/a/) and [how it goes](/a/)',
  },
  'a long link': {
    body: `[${words(25)}!](/a/)`,
    said: [
      [
        '10:1',
        'The words of a link have 101 characters.',
        'Make a link of the few words that name what it leads to.',
      ],
    ],
    twin: `[${words(10)}](/a/)`,
  },
  'a picture whose caption says the same': {
    body: '<Figure src="/images/a.png" alt="A tower" caption="A tower." />',
    said: [
      [
        '10:1',
        'The alternative text of a picture repeats its caption.',
        'Say in `alt` what the picture shows and the caption does not.',
      ],
    ],
    twin: '<Figure src="/images/a.png" alt="A tower" caption="The tower at night" />',
  },
  'typed columns': {
    body: 'One | Two\\\nThree | Four\n\nThey sat.\n\nOne    Two\\\nThree    Four',
    said: [
      ['10:1', columns, writeTable],
      ['15:1', columns, writeTable],
    ],
    twin: 'One | Two\n\n`a | b`\\\n`c | d`',
  },
  'a caption that says nothing': {
    body: tableOf('| One | Two |\n| - | - |\n| Three | Four |', 'caption="Table 1"'),
    said: [
      [
        '10:1',
        'The caption “Table 1” does not say what the table shows.',
        'Name what is compared or counted, where and when.',
      ],
    ],
    twin: tableOf('| One | Two |\n| - | - |\n| Three | Four |'),
  },
  'a table of one column': {
    body: tableOf('| Bell |\n| - |\n| Small |\n| Large |'),
    said: [
      [
        '12:1',
        'A table has only one column.',
        'Write a list: a screen reader says columns and rows where there is nothing to compare.',
      ],
    ],
    twin: '- Small\n- Large',
  },
  'a table that puts passages side by side': {
    body: tableOf(`| One | Two |\n| - | - |\n| ${words(21)} | ${words(22)} |`),
    said: [
      [
        '12:1',
        'A table with one row holds passages of text, so that it only puts them side by side.',
        'Write a heading and a paragraph for each.',
      ],
    ],
    twin: tableOf(`| One | Two |\n| - | - |\n| ${words(21)} | Two |`),
  },
  'figures in the place of the names of columns': {
    body: tableOf('| North | £1,200 | 12% |\n| - | - | - |\n| South | £900 | 3% |'),
    said: [
      [
        '12:1',
        'The first row of a table holds figures, where a screen reader looks for the names of the columns.',
        'Put a row with the name of each column above it.',
      ],
    ],
    twin: tableOf('| Harbour | 2019 | 2020 |\n| - | - | - |\n| South | £900 | 3% |'),
  },
  'two columns of one name': {
    body: tableOf('| Harbour | Bell | bell |\n| - | - | - |\n| South | Small | Large |'),
    said: [
      [
        '12:1',
        'Two columns of a table have the same name.',
        'Give each its own: a screen reader says it with every cell.',
      ],
    ],
    twin: tableOf('| Harbour | Bell | Bells |\n| - | - | - |\n| South | Small | Large |'),
  },
  'rows that are named': {
    body: tableOf('| Harbour | Bells |\n| - | - |\n| South | 3 |\n| North | 4 |'),
    said: [
      [
        '12:1',
        'The first column of a table names its rows, and a screen reader is not told so.',
        'Write <Table caption="…" rowHeaders>.',
      ],
    ],
    twin: tableOf(
      '| Harbour | Bells |\n| - | - |\n| South | 3 |\n| North | 4 |',
      'caption="Made-up bells" rowHeaders',
    ),
  },
  'an empty cell': {
    body: tableOf('| Harbour | Bell |\n| - | - |\n| South |  |'),
    said: [
      [
        '14:9',
        'A cell of a table is empty, and nobody can hear why.',
        'Write what is meant, such as “none” or “not known”.',
      ],
    ],
    twin: tableOf('| Harbour | Bell |\n| - | - |\n| South | None |'),
  },
  'places, colours and shapes': {
    body: 'See the table on the right, the red text, the square button and the left-hand column.\n\nThe blue line shows bells; sums are marked in red. See above.',
    said: [
      ['10:9', seen('table on the right'), nameIt],
      ['10:29', seen('the red text'), nameIt],
      ['10:47', seen('square button'), nameIt],
      ['10:65', seen('the left-hand column'), nameIt],
      ['12:1', seen('The blue line shows'), nameIt],
      ['12:37', seen('marked in red'), nameIt],
      ['12:52', seen('See above'), nameIt],
    ],
    twin: 'It is on the right track, left of the Red Cross, below zero, and has a right to a black box. The figure above 100 is the table at the top of the league.\n\n<Figure src="/images/a.png" alt="A bell on the red box" caption="The round icon above" />',
  },
  'long words': {
    body: 'They utilise it in order to sail.',
    said: [
      ['10:6', '“utilise” says no more than “use”.', 'Write “use”.'],
      ['10:17', '“in order to” says no more than “to”.', 'Write “to”.'],
    ],
    twin: 'They use it to sail, in order.',
  },
  'short forms of Latin': {
    body: 'Bring tools, e.g. a lamp.',
    said: [
      [
        '10:14',
        '“e.g.” is a short form of Latin, which many readers do not know.',
        'Write “for example”, or leave it out.',
      ],
    ],
    twin: 'Bring tools, for example a lamp.',
  },
  'a date in figures': {
    body: 'It opens on 05/11/2020.',
    said: [
      [
        '10:13',
        'The date 05/11/2020 is read in two ways: which of its numbers is the month?',
        'Write the month in letters, such as 25 November 2016.',
      ],
    ],
    twin: 'It is open 24/7, version 1.2.',
  },
  'words for a mouse': {
    body: 'Then click on “Send”.',
    said: [
      [
        '10:6',
        '“click on” is for those alone who use a mouse.',
        'Write “select”, “follow” or “open”.',
      ],
    ],
    twin: 'Then select “Send”, with a click.',
  },
  'a limit of time': {
    body: 'The form times out after 20 minutes.',
    said: [
      [
        '10:10',
        '“times out after 20 minutes” names a limit that many disabled people cannot keep (WCAG 2.2.1).',
        'Say beside it how to get more time, or take the limit away.',
      ],
    ],
    twin: 'The film lasts 20 minutes.',
  },
  'a paragraph and a quotation in other languages': {
    body: 'Der Plan ist nicht für die Stadt und wird auch nicht gebaut, sagte niemand.\n\nNobody said: “Nous sommes ici pour tous.”',
    said: [
      [
        '10:1',
        '“Der Plan ist nicht …” seems to be German, and nothing says so.',
        'Put <Passage lang="de"> and </Passage> round the words, so that a screen reader says them right.',
      ],
      [
        '12:15',
        '“Nous sommes ici pour …” seems to be French, and nothing says so.',
        'Put <Passage lang="fr"> and </Passage> round the words, so that a screen reader says them right.',
      ],
    ],
    twin: 'Nobody said nothing: <Passage lang="de">das ist nicht die Stadt</Passage>.',
  },
  'a language that is known by its letters in threes': {
    body: 'Meya amekubali mpango mpya ambao unalenga kulinda watoto wote wanaoishi katika jiji letu kubwa.',
    said: [
      [
        '10:1',
        '“Meya amekubali mpango mpya …” seems to be Swahili, and nothing says so.',
        'Put <Passage lang="sw"> and </Passage> round the words, so that a screen reader says them right.',
      ],
    ],
    twin: 'Burglary, robbery, theft, arson, fraud, vandalism, assault, harassment, stalking, slander.',
  },
  'words in other letters': {
    body: 'They say привет here.',
    said: [
      [
        '10:10',
        '“привет” is written in other letters than Latin, and nothing says in which language.',
        'Put <Passage lang="…"> and </Passage> round the words, with the tag of the language, such as ar for Arabic.',
      ],
    ],
    twin: 'They say <Passage lang="ru">привет</Passage> here; 5 \\< 6.',
  },
  'words that are marked as another language': {
    body: '<Passage lang="fr">\n\nThis is what they said to all of us.\n\n</Passage>',
    said: [
      [
        '10:1',
        'Words are marked as French and seem to be English.',
        'Write <Passage lang="en-GB"> there, or take the mark out.',
      ],
    ],
    twin: '<Passage lang="fr">\n\nNous sommes ici pour tous les enfants.\n\n</Passage>',
  },
  'a file that is marked as another language': {
    body: 'Nous sommes ici pour tous les enfants.',
    fields: { lang: 'cy' },
    said: [
      [
        '11:1',
        'Words are marked as Welsh and seem to be French.',
        'Write `lang: fr` above, or put <Passage lang="fr"> and </Passage> round the words.',
      ],
    ],
    twin: 'Nous sommes ici pour tous les enfants.',
    twinFields: { lang: 'fr' },
  },
}

for (const [about, { body, fields, said, twin, twinFields }] of Object.entries(specimens)) {
  test(`${about}: what is said, and that nothing is said of the twin`, () => {
    assert.deepEqual(remarksOn(draftWith(body, fields)), said)
    assert.deepEqual(remarksOn(draftWith(twin, twinFields)), [])
  })
}

test('a lead picture whose caption says the same', () => {
  const text = draftWith('They sit.').replace(
    '\n---\n\n',
    '\nleadImage:\n  src: /images/a.png\n  alt: A tower\n  caption: A tower.\n---\n\n',
  )
  assert.deepEqual(
    remarksOn(text).map(([place, what]) => [place, what]),
    [['10:8', 'The alternative text of a picture repeats its caption.']],
  )
})

/** Errors: nothing can be published with them. */
const errors: Record<string, [body: string, ...said: Said]> = {
  'a link of a sign alone': [
    'See [→](/made-up-page/).',
    '15:5',
    'A link is called “→”, which is no word.',
    'Write between [ and ] what it leads to.',
  ],
  'a vague link with an arrow': [
    'See [» click here!](/made-up-page/).',
    '15:5',
    'A link is called “» click here!”.',
    'Name what it leads to, so that the link makes sense on its own.',
  ],
  'a picture of which nothing is said': [
    '![A logo.](/images/made-up.png)',
    '15:1',
    'The alternative text is “A logo.”, which would suit any picture.',
    'Say what this one shows, in words.',
  ],
  'a picture with the name that a camera gave it': [
    '![DSC_0042](/images/made-up.png)',
    '15:1',
    'The alternative text is the name of a file.',
    'Say what the picture shows, in words.',
  ],
  'a picture that is said to be one': [
    '![This picture shows a bell](/images/made-up.png)',
    '15:1',
    'The alternative text begins with “This picture shows”.',
    'Begin with what the picture shows: a screen reader says “image” itself.',
  ],
}

for (const [about, [body, ...said]] of Object.entries(errors)) {
  test(about, (context) => {
    assertErrors(context, withBody(body), [said])
  })
}

test('words for a picture that say something are right', (context) => {
  for (const alt of ['A map of Nowhere', 'Picture books', 'Icons', 'Logo of nobody']) {
    assertErrors(context, withBody(`![${alt}](/images/made-up.png)`), [])
  }
})

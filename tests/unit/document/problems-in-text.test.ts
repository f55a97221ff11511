import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MdastNode } from 'satteri'
import { Problems } from '../../../src/document/problems.ts'
import { reportSyntaxError } from '../../../src/document/syntax.ts'
import {
  assertErrors,
  edited,
  page,
  plan,
  read,
  release,
  rightFiles,
  withBody,
  writeContent,
  type Files,
  type Said,
} from './made-up-content.ts'

/* Each wrong text is one error, at its place, with what to write instead. Bodies begin on line 15. */

const known =
  '<Quotation>, <Actions>, <Action>, <Figure>, <Table>, <KnownIssues>, <HowTested>, <Passage>, <NoteMark>, <DocumentLink>'
const notCode = 'Take it out, or write \\{ for a brace itself: content is not code.'
const expression = 'An expression in braces stands in the text.'
const html = `Write Markdown, or one of the elements: ${known}.`
const vague = 'Name what it leads to, so that the link makes sense on its own.'
const nowhere = 'Write a whole address (https://…), or one of this site that begins with /.'
const quotation = (first: string, attributes = 'person="second-person" roleAsStated="Witness"') =>
  `<Quotation ${attributes}>\n${first}\n\n“Nothing.”\n</Quotation>`
const table = (...rows: string[]) => `<Table caption="Numbers">\n\n${rows.join('\n')}\n\n</Table>`
const attribution = [
  '15:1',
  'A quotation does not begin with the words that say who speaks.',
  'Begin with a paragraph that has “Second Person” and “Witness” in it; then an empty line and the words spoken.',
] as const
const besideWords = 'Write the address beside the words: [words](https://…).'

const bodies: Record<string, [body: string, ...said: Said[]]> = {
  'a placeholder in a text that goes out': [
    '[Write the announcement here.]',
    [
      '15:1',
      'The text still has a placeholder.',
      'Write what belongs here, or keep `state: draft` until then.',
    ],
  ],
  'an import': [
    "import x from 'x'",
    ['15:1', 'An import or export stands in the text.', 'Take the line out: content is not code.'],
  ],
  'an export': [
    'export const x = 1',
    ['15:1', 'An import or export stands in the text.', 'Take the line out: content is not code.'],
  ],
  'an expression in a line': ['Words {1 + 1} words.', ['15:7', expression, notCode]],
  'an expression on its own': ['{x}', ['15:1', expression, notCode]],
  'a comment in braces': ['{/* x */}', ['15:1', expression, notCode]],
  'an expression after accents': ['Éé£ “x” {x}', ['15:9', expression, notCode]],
  'an expression after emoji': ['😀😀 {x}', ['15:6', expression, notCode]],
  'an expression on the second line': ['Words\nand {x}', ['16:5', expression, notCode]],
  'a brace that is not closed': [
    'Words {x',
    [
      '15:7',
      'A brace opens an expression that cannot be read.',
      'Take the braces out, or write \\{ for a brace itself.',
    ],
  ],
  'an expression in an attribute': [
    '<Figure src={x} alt="A tower" />',
    [
      '15:1',
      '<Figure> has an expression in braces.',
      'Content is not code: write the value in double quotes.',
    ],
  ],
  'attributes spread out of braces': [
    '<Figure {...x} />',
    [
      '15:1',
      '<Figure> has an expression in braces.',
      'Content is not code: write the value in double quotes.',
    ],
  ],
  'an unknown element': [
    '<Quotaton>\nWords.\n</Quotaton>',
    ['15:1', 'Unknown element <Quotaton>.', 'Did you mean Quotation?'],
  ],
  'an unknown element like nothing known': [
    '<Carousel />',
    ['15:1', 'Unknown element <Carousel>.', `Known: ${known.replace(/[<>]/g, '')}.`],
  ],
  'an element called like a part of every JavaScript object': [
    '<constructor>Words.</constructor>',
    ['15:1', 'Raw HTML: <constructor>.', html],
  ],
  'an element that is not closed': [
    '<Quotation person="second-person" roleAsStated="Witness">\nWords.',
    [
      '15:1',
      'Expected a closing tag for `<Quotation>`.',
      'Close each element that you open: <Quotation> … </Quotation>.',
    ],
  ],
  'an element closed by another': [
    '<Passage lang="cy">Geiriau</Quotation>',
    [
      '15:27',
      'Unexpected closing tag `</Quotation>`, expected corresponding closing tag for `<Passage>`.',
      'Close each element that you open: <Quotation> … </Quotation>.',
    ],
  ],
  'HTML in a line': ['Some <b>bold</b> words', ['15:6', 'Raw HTML: <b>.', html]],
  'HTML as a block': ['<div>\nWords.\n</div>', ['15:1', 'Raw HTML: <div>.', html]],
  'a comment of HTML': [
    '<!-- not yet -->',
    [
      '15:1',
      'A comment stands in the text.',
      'Take the comment out: what stands in this file is published.',
    ],
  ],
  'a less-than sign before a number': [
    'Fewer than <5',
    [
      '15:12',
      'A < stands before something that is no element.',
      'Write \\< for a “less than” sign; check the name of an element.',
    ],
  ],
  'an element with an attribute out of order': [
    '<Figure src=/images/made-up.png alt="A tower" />',
    [
      '15:1',
      'An element is not written in full.',
      'Write each attribute as name="value", and > at the end; write \\< for a “less than” sign.',
    ],
  ],
  'an address in angle brackets': [
    'See <https://made-up.example/>',
    [
      '15:5',
      'An address stands in angle brackets.',
      'Write the address without them, or as a link with words: [words](https://…).',
    ],
  ],

  'a skipped heading': [
    '## Part\n\n#### Detail',
    ['17:1', 'The heading “Detail” skips a level, from 2 to 4.', 'Write ### Detail'],
  ],
  'a first heading that skips a level': [
    '### Detail',
    ['15:1', 'The heading “Detail” skips a level, from 1 to 3.', 'Write ## Detail'],
  ],
  'a heading on level 5': [
    '## A\n\n### B\n\n#### C\n\n##### D',
    [
      '21:1',
      'The heading “D” is on level 5.',
      'Use at most #### (level 4); split the text into shorter parts.',
    ],
  ],
  'a first-level heading in the text': [
    '# Title',
    [
      '15:1',
      'A heading of the first level stands in the text.',
      'The title is the page’s only first-level heading: begin with ## here.',
    ],
  ],
  'a heading without words': [
    '##',
    ['15:1', 'A heading has no words.', 'Write the heading, or take the # out.'],
  ],
  'a heading without letters': [
    '## 😀',
    [
      '15:1',
      'The heading “😀” has no letters.',
      'Write words: they make the address of this part of the page.',
    ],
  ],
  'two headings with the same words': [
    '## Part one\n\nWords.\n\n## Part One!',
    [
      '19:1',
      'Two parts of the page have the id “part-one”.',
      'Use other words for this heading; the site itself adds parts such as “Contacts”.',
    ],
  ],
  'a heading with the words of a part that the site adds': [
    '## Notes to editors',
    [
      '15:1',
      'Two parts of the page have the id “notes-to-editors”.',
      'Use other words for this heading; the site itself adds parts such as “Contacts”.',
    ],
  ],

  'a picture without words': [
    '![](/images/made-up.png)',
    [
      '15:1',
      'A picture has no alternative text.',
      'Say in `alt` what it shows, or write `decorative` if it adds nothing to the words.',
    ],
  ],
  'a figure without words': [
    '<Figure src="/images/made-up.png" />',
    [
      '15:1',
      'A picture has no alternative text.',
      'Say in `alt` what it shows, or write `decorative` if it adds nothing to the words.',
    ],
  ],
  'a picture described by the name of its file': [
    '![made-up_2020.PNG](/images/made-up.png)',
    [
      '15:1',
      'The alternative text is the name of a file.',
      'Say what the picture shows, in words.',
    ],
  ],
  'a picture described as an image': [
    '![Image of a tower](/images/made-up.png)',
    [
      '15:1',
      'The alternative text begins with “Image of”.',
      'Begin with what the picture shows: a screen reader says “image” itself.',
    ],
  ],
  'a picture described at length': [
    `![${'tower '.repeat(31).trim()}](/images/made-up.png)`,
    [
      '15:1',
      'The alternative text has 185 characters.',
      'Use at most 180, and put the rest into the text or the caption.',
    ],
  ],
  'a decorative picture with words': [
    '<Figure src="/images/made-up.png" alt="A tower" decorative />',
    [
      '15:1',
      'A decorative picture has alternative text.',
      'Leave out `decorative` if the picture says something; leave out `alt` if it does not.',
    ],
  ],
  'a picture that is not there': [
    '![A tower](/images/made-down.png)',
    [
      '15:1',
      'There is no picture /images/made-down.png.',
      'Put the file (.png, .jpg, .gif, .svg or .webp) into content/images/ and write its address, such as /images/city-hall.jpg.',
    ],
  ],
  'a picture from above public/': [
    '![A tower](/../content/images/made-up.png)',
    [
      '15:1',
      'There is no picture /../content/images/made-up.png.',
      'Put the file (.png, .jpg, .gif, .svg or .webp) into content/images/ and write its address, such as /images/city-hall.jpg.',
    ],
  ],
  'a picture inside a line': [
    'See ![A tower](/images/made-up.png) here.',
    [
      '15:5',
      'A picture stands inside a line.',
      'Put it on a line of its own, or write <Figure src="…" alt="…" />.',
    ],
  ],
  'a picture with its address elsewhere': [
    '![A tower][tower]\n\n[tower]: /images/made-up.png',
    ['15:1', 'A picture has its address elsewhere.', 'Write <Figure src="…" alt="…" />.'],
    ['17:1', 'An address is defined apart from its link.', besideWords],
  ],
  'a picture with a title for the mouse': [
    '![A tower](/images/made-up.png "By night")',
    [
      '15:1',
      'An address has a title behind it: “By night”.',
      'Put these words into the text; most readers never see them there.',
    ],
  ],
  'words inside a figure': [
    '<Figure src="/images/made-up.png" alt="A tower">By night</Figure>',
    [
      '15:49',
      'Words stand between <Figure> and </Figure>, where none are shown.',
      'Move them out, and close the element in itself: <Figure … />.',
    ],
  ],

  'a link with a title for the mouse': [
    '[The other page](/made-up-page/ "By night")',
    [
      '15:1',
      'An address has a title behind it: “By night”.',
      'Put these words into the text; most readers never see them there.',
    ],
  ],
  'a link without words': [
    'See [](/made-up-page/).',
    ['15:5', 'A link has no words.', 'Write between [ and ] what it leads to.'],
  ],
  'an address that is a program': [
    '[Some report](javascript:alert(1))',
    ['15:1', 'The address “javascript:alert(1)” leads nowhere.', nowhere],
  ],
  'an address that is data': [
    '[Some report](data:text/html,x)',
    ['15:1', 'The address “data:text/html,x” leads nowhere.', nowhere],
  ],
  'an address of a file nearby': [
    '[Some report](report.pdf)',
    ['15:1', 'The address “report.pdf” leads nowhere.', nowhere],
  ],
  'an address without a protocol': [
    '[Some report](//made-up.example/)',
    ['15:1', 'The address “//made-up.example/” leads nowhere.', nowhere],
  ],
  'an address without a slash at its end': [
    '[The other page](/made-up-page)',
    ['15:1', 'The address /made-up-page has no slash at its end.', 'Write /made-up-page/'],
  ],
  'an address without a slash before its fragment': [
    '[The other page](/made-up-page?a=1#b)',
    [
      '15:1',
      'The address /made-up-page?a=1#b has no slash at its end.',
      'Write /made-up-page/?a=1#b',
    ],
  ],
  'a link to a page that is nearly there': [
    'The [other page](/made-up-pag/).',
    [
      '15:5',
      'The link /made-up-pag/ leads to a page that is not there.',
      'Did you mean /made-up-page/?',
    ],
  ],
  'a link to a page that is nowhere near': [
    'The [other page](/zebra/).',
    [
      '15:5',
      'The link /zebra/ leads to a page that is not there.',
      'Look the address up on the site.',
    ],
  ],
  'a link to a file that is not there': [
    'The [other picture](/images/made-down.png).',
    [
      '15:5',
      'The link /images/made-down.png leads to a page that is not there.',
      'Look the address up on the site.',
    ],
  ],
  'a link to a part that is nearly there': [
    'The [first one](/action-plans/made-up-plan/#first-acton).',
    [
      '15:5',
      'The page /action-plans/made-up-plan/ has no part with the id “first-acton”.',
      'Did you mean #first-action?',
    ],
  ],
  'a link to a part of this page that is not there': [
    'The [first one](#zebra).',
    [
      '15:5',
      'The page /press-releases/made-up-release/ has no part with the id “zebra”.',
      'Link to the page without the part after #.',
    ],
  ],
  'a link inside a mark': [
    '<NoteMark note="made-up-note">imaginary [numbers](/made-up-page/)</NoteMark> are.',
    [
      '15:41',
      'A link or a mark stands inside another one.',
      'Put one after the other: nobody could follow both.',
    ],
  ],
  'a reference link': [
    'See [the page][page].\n\n[page]: https://made-up.example/',
    ['15:5', 'A link has its address elsewhere in the text.', besideWords],
    ['17:1', 'An address is defined apart from its link.', besideWords],
  ],

  'a table without a caption': [
    '| Year | Number |\n| --- | --- |\n| 2020 | 1 |',
    [
      '15:1',
      'A table stands without a caption.',
      'Put it between <Table caption="What the table shows"> and </Table>, with empty lines around it.',
    ],
  ],
  'a table whose caption is missing': [
    '<Table>\n\n| Year |\n| --- |\n| 2020 |\n\n</Table>',
    ['15:1', '<Table> has no `caption`.', 'Write <Table caption="…">.'],
  ],
  'a table whose caption is empty': [
    '<Table caption=" ">\n\n| Year |\n| --- |\n| 2020 |\n\n</Table>',
    ['15:1', '<Table> has no `caption`.', 'Write <Table caption="…">.'],
  ],
  'a table without a header cell': [
    table('| Year | |', '| --- | --- |', '| 2020 | 1 |'),
    [
      '17:1',
      'A table has a column without a header cell.',
      'Write in the first row, for each column, what the column holds.',
    ],
  ],
  'a table with a row too short': [
    table('| Year | Number |', '| --- | --- |', '| 2020 |'),
    [
      '17:1',
      'A row of the table has more or fewer cells than the first row.',
      'Give every row the same number of cells.',
    ],
  ],
  'a table with a row too long': [
    table('| Year | Number |', '| --- | --- |', '| 2020 | 1 | 2 |'),
    [
      '17:1',
      'A row of the table has more or fewer cells than the first row.',
      'Give every row the same number of cells.',
    ],
  ],
  'a table without rows': [
    table('| Year | Number |', '| --- | --- |'),
    [
      '17:1',
      'A table has no row under its header cells.',
      'Write at least one row, or take the table out.',
    ],
  ],
  'a table that is no table': [
    '<Table caption="Numbers">\n\nWords.\n\n</Table>',
    [
      '15:1',
      '<Table> holds something else than one table.',
      'Write an empty line, the table with its | signs, and an empty line between the tags.',
    ],
  ],

  'a quotation without the name of its speaker': [
    quotation('Somebody, Witness, said:'),
    attribution,
  ],
  'a quotation without the role of its speaker': [quotation('Second Person said:'), attribution],
  'a quotation without words spoken': [
    '<Quotation person="second-person" roleAsStated="Witness">\nSecond Person, Witness, said:\n</Quotation>',
    attribution,
  ],
  'two quotations of one person': [
    quotation('Made-Up Person, Witness, said:', 'person="made-up-person" roleAsStated="Witness"'),
    [
      '23:1',
      'Two parts of the page have the id “quote-made-up-person”.',
      'Give the second <Quotation> an id of its own, such as id="quote-made-up-person-2".',
    ],
  ],
  'a quotation with an id that would end its attribute': [
    quotation(
      'Second Person, Witness, said:',
      `person="second-person" roleAsStated="Witness" id='x" onclick="y'`,
    ),
    [
      '15:1',
      '“x" onclick="y” cannot be the id of a quotation.',
      'Use small letters, digits and hyphens: id="x-onclick-y".',
    ],
  ],
  'a quotation of a person who is not there': [
    quotation('Second Person, Witness, said:', 'person="second-persn" roleAsStated="Witness"'),
    ['15:1', 'There is no person “second-persn”.', 'Did you mean `second-person`?'],
  ],
  'an attribute that is not known': [
    quotation(
      'Second Person, Witness, said:',
      'person="second-person" role="Witness" roleAsStated="Witness"',
    ),
    ['15:1', '<Quotation> has no attribute `role`.', 'Known: `person`, `roleAsStated`, `id`.'],
  ],
  'an attribute called like a part of every JavaScript object': [
    '<Figure src="/images/made-up.png" alt="A tower" constructor="x" />',
    [
      '15:1',
      '<Figure> has no attribute `constructor`.',
      'Known: `src`, `alt`, `decorative`, `caption`, `credit`.',
    ],
  ],
  'a misspelt attribute': [
    '<Figure src="/images/made-up.png" alt="A tower" captoin="By night" />',
    ['15:1', '<Figure> has no attribute `captoin`.', 'Did you mean `caption`?'],
  ],
  'an attribute that is missing': [
    '<Passage>Geiriau</Passage>',
    ['15:1', '<Passage> has no `lang`.', 'Write <Passage lang="…">.'],
  ],
  'a language that is none': [
    '<Passage lang="Welsh_">Geiriau</Passage>',
    [
      '15:1',
      '“Welsh_” is not a language tag.',
      'Write a tag such as cy (Welsh), ar (Arabic) or en-GB.',
    ],
  ],
  'a language tag in another form': [
    'In <Passage lang="en-gb">words</Passage> too.',
    [
      '15:4',
      '“en-gb” is not a language tag.',
      'Write a tag such as cy (Welsh), ar (Arabic) or en-GB.',
    ],
  ],

  'a mark of a note that is not there': [
    '<NoteMark note="made-up-not">imaginary numbers</NoteMark> are.',
    ['15:1', 'There is no note “made-up-not”.', 'Did you mean `made-up-note`?'],
  ],
  'a mark on other words': [
    'What <NoteMark note="made-up-note">numbers</NoteMark> are.',
    [
      '15:6',
      'The note “made-up-note” hangs on “imaginary numbers”, not on “numbers”.',
      'Put the words “imaginary numbers” between the tags, or change `refersTo` of the note.',
    ],
  ],
  'a mark round more than words': [
    '<NoteMark note="made-up-note">\n\nimaginary numbers\n\n- and a list\n\n</NoteMark>',
    [
      '19:1',
      '<NoteMark> holds more than words.',
      'Put <NoteMark> and </NoteMark> round some words of one sentence.',
    ],
  ],
  'a document that is not there': [
    'See <DocumentLink document="made-up-reprt">the report</DocumentLink>.',
    ['15:5', 'There is no document “made-up-reprt”.', 'Did you mean `made-up-report`?'],
  ],
  'the actions of a plan that is not there': [
    '<Actions plan="made-up-plann" />',
    ['15:1', 'There is no action plan “made-up-plann”.', 'Did you mean `made-up-plan`?'],
  ],
  'the actions of a plan a second time': [
    '<Actions plan="made-up-plan" />',
    [
      '17:1',
      'The actions of the plan “made-up-plan” stand here a second time.',
      'Take one of the two <Actions> out.',
    ],
  ],
  'actions outside a plan': [
    '<Actions>\n<Action id="third-action">\nTo do it.\n</Action>\n</Actions>',
    [
      '16:1',
      'The action “third-action” stands outside an action plan.',
      'Write it in a file of content/action-plans/ and show it here with <Actions plan="its-id" />.',
    ],
  ],
  'an action on its own': [
    '<Action id="third-action">\nTo do it.\n</Action>',
    [
      '15:1',
      '<Action> stands on its own.',
      'Put it between <Actions> and </Actions> in an action plan.',
    ],
  ],
  'something else than an action in actions': [
    '<Actions>\n\nTo do it.\n\n</Actions>',
    [
      '17:1',
      'Something else than an <Action> stands in <Actions>.',
      'Write <Action id="…">, the words of the commitment and </Action>, each on its own line.',
    ],
  ],
  'a block inside a line': [
    'Words <Figure src="/images/made-up.png" alt="A tower" /> words.',
    [
      '15:7',
      '<Figure> stands inside a line.',
      'Put <Figure> on a line of its own, with an empty line before and after it.',
    ],
  ],

  'words struck out': [
    'Not ~~one~~ two.',
    [
      '15:5',
      'Struck-out words stand in the text.',
      'A public record is corrected by a correction in content/updates/, not by striking out.',
    ],
  ],
  'a footnote': [
    'Words[^1].\n\n[^1]: A note.',
    [
      '15:6',
      'A footnote mark stands in the text.',
      'Write a note in content/notes-to-editors/ and <NoteMark note="its-id">the words</NoteMark>.',
    ],
    ['17:1', 'A footnote stands in the text.', 'Write it as a note in content/notes-to-editors/.'],
  ],
  'a task': [
    '- Words\n- [x] Done',
    [
      '16:1',
      'A list item has a tick box.',
      'Say the state in words; an action of a plan has a status of its own.',
    ],
  ],
  'a directive': [
    ':::warning\nWords.\n:::',
    [
      '15:1',
      'A line begins with three colons.',
      `Directives are not known here. Use one of the elements: ${known}.`,
    ],
  ],
}

for (const [name, [body, ...said]] of Object.entries(bodies)) {
  test(name, (context) => {
    assertErrors(context, withBody(body), said)
  })
}

for (const words of [
  'here',
  'Here.',
  'click here',
  'THIS',
  'this page',
  'Read more…',
  'more',
  'Link',
  'find out more',
  'download',
  'PDF',
  'website',
  '**here**',
]) {
  test(`a link called “${words}”`, (context) => {
    const plain = words.replaceAll('*', '')
    assertErrors(context, withBody(`See [${words}](/made-up-page/).`), [
      ['15:5', `A link is called “${plain}”.`, vague],
    ])
  })
}

test('a link to a document called “here”', (context) => {
  const documents: Files = {
    'content/documents.yaml':
      'made-up-report:\n  title: The report\n  availability: elsewhere\n  href: https://made-up.example/report.pdf\n',
  }
  const body = withBody('See <DocumentLink document="made-up-report">here</DocumentLink>.')
  assertErrors(context, { ...documents, ...body }, [['15:5', 'A link is called “here”.', vague]])
})

test('a mark where no notes are shown', (context) => {
  const words = '<NoteMark note="made-up-note">imaginary numbers</NoteMark> are.'
  assertErrors(context, edited(page, 'Words of the page.', words), [
    [
      `${page}:7:1`,
      'The mark of the note “made-up-note” stands where no notes are shown.',
      'Take it out: only press releases and action plans have notes to editors.',
    ],
  ])
})

test('what is wrong in the words of an action is said once, though a release shows them too', (context) => {
  assertErrors(context, edited(plan, 'To do it again.', 'To do [it](/zebra/) again.'), [
    [
      `${plan}:25:7`,
      'The link /zebra/ leads to a page that is not there.',
      'Look the address up on the site.',
    ],
  ])
})

test('several errors in one file are all reported, in reading order', (context) => {
  const body = '# One\n\nSee [here](/zebra/) and <b>this</b>.\n\n![](/images/made-up.png)'
  const { [release]: text } = withBody(body)
  const wrongField = String(text).replace('notes: [', 'topics: [zebra]\nnotes: [')
  assertErrors(context, { [release]: wrongField }, [
    ['12:10', 'There is no topic “zebra”.', 'Known: `made-up-topic`.'],
    [
      '16:1',
      'A heading of the first level stands in the text.',
      'The title is the page’s only first-level heading: begin with ## here.',
    ],
    ['18:5', 'A link is called “here”.', vague],
    [
      '18:5',
      'The link /zebra/ leads to a page that is not there.',
      'Look the address up on the site.',
    ],
    ['18:25', 'Raw HTML: <b>.', html],
    [
      '20:1',
      'A picture has no alternative text.',
      'Say in `alt` what it shows, or write `decorative` if it adds nothing to the words.',
    ],
  ])
})

test('an action with the words of a heading above it', (context) => {
  const body = '## First action\n\nIt is made up.'
  assertErrors(context, edited(plan, 'The plan is made up.', body), [
    [
      `${plan}:17:1`,
      'Two parts of the page have the id “first-action”.',
      'Use other words for this heading; the site itself adds parts such as “Contacts”.',
    ],
  ])
})

test('an action with an id that the page has already', (context) => {
  const changed = rightFiles[plan].replaceAll('first-action', 'main')
  assertErrors(context, { [plan]: changed }, [
    // On the page of the plan the site makes the part, on that of the release the writer.
    ...[`${plan}:1:1`, `${plan}:20:1`].map((where): Said => [
      where,
      'Two parts of the page have the id “main”.',
      'Give one of the two another id.',
    ]),
  ])
})

/* What neither parser makes of a text today, and a later one may. */
const made: Record<string, [node: MdastNode, what: string, mend: string]> = {
  'HTML as such': [
    { type: 'html', value: '<b>' },
    'Raw HTML stands in the text.',
    'Write Markdown, or one of the elements.',
  ],
  'a node that our tree has not': [{ type: 'math', value: 'x' }, 'A “math” stands here.', html],
}
for (const [name, [node, what, mend]] of Object.entries(made)) {
  test(name, (context) => {
    const { problems } = read(writeContent(context), {
      inspect: ({ file, body }) => {
        if (file === release) body.splice(0, 1, node)
      },
    })
    const [problem] = problems
    assert.deepEqual(problem, { level: 'error', file: release, line: 1, column: 1, what, mend })
  })
}

test('a complaint of a parser that we have no words for', () => {
  const problems = new Problems()
  reportSyntaxError('2:3: Made-up complaint (made-up:rule)', 'One\nTwo.', release, problems)
  assert.deepEqual(problems.all, [
    {
      level: 'error',
      file: release,
      line: 2,
      column: 3,
      what: 'Made-up complaint.',
      mend: 'Check the angle brackets; write \\< for a “less than” sign.',
    },
  ])
})

/* What is right must not be refused. */
const right: Record<string, string> = {
  'a less-than sign between spaces': 'a < b',
  'an escaped brace': 'a \\{ b \\}',
  'a link to a part of a plan': '[The first one](/action-plans/made-up-plan/#first-action)',
  'a link to the text of this release': '[As text](/press-releases/made-up-release.txt)',
  'a link to the archive': '[That month](/press-releases/2020/01/)',
  'a link to a file of public/': '[The leaflet](/leaflet.txt)',
  'a link to a part of this page': '## Part\n\n[That part](#part)',
  'a link to write a mail': '[The office](mailto:office@made-up.example)',
  'a link to call': '[0000 000](tel:0000000)',
  'words broken over two lines under a mark':
    'On <NoteMark note="made-up-note">imaginary\nnumbers</NoteMark> again.',
  'a second quotation with an id of its own': quotation(
    'Made-Up Person, Witness, said:',
    'person="made-up-person" roleAsStated="Witness" id="quote-2"',
  ),
  'a heading back up': '## A\n\n### B\n\n## C\n\n### D',
  'a decorative picture': '<Figure src="/images/made-up.png" decorative />',
  'a picture of 180 characters': `![${'x'.repeat(180)}](/images/made-up.png)`,
}
for (const [name, body] of Object.entries(right)) {
  test(`${name} is right`, (context) => {
    assertErrors(context, withBody(body), [])
  })
}

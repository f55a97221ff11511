import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '../../../src/subeditor/check.ts'
import { release, rightFiles, someDay, writeRepository } from '../document/made-up-content.ts'

/*
 * One release with a barrier of each kind that a writer can type, and a twin in which each is
 * mended. Nobody is announced here, and nothing.
 */

interface Barrier {
  wrong: string
  /** Where it stands in what is wrong, counted from 1, if not on its first line. */
  line?: number
  level: 'error' | 'remark'
  what: string
  mended: string
}

const long = (words: number): string =>
  Array.from({ length: words }, (_, at) => (at % 2 ? 'go' : 'they')).join(' ')
const side = `${long(24)}.`

const barriers: Record<string, Barrier> = {
  'a heading that skips a level': {
    wrong: '#### Lanterns of nowhere\n\nThey are lit.',
    level: 'error',
    what: 'The heading “Lanterns of nowhere” skips a level, from 1 to 4.',
    mended: '## Lanterns of nowhere\n\nThey are lit.',
  },
  'a second heading of the first level': {
    wrong: '# Bells of nowhere\n\nThey ring.',
    level: 'error',
    what: 'A heading of the first level stands in the text.',
    mended: '## Bells of nowhere\n\nThey ring.',
  },
  'a heading without words': {
    wrong: '##\n\nThey wait.',
    level: 'error',
    what: 'A heading has no words.',
    mended: 'They wait.',
  },
  'bold words in the place of a heading': {
    wrong: '**Harbours of nowhere**\n\n- One harbour\n- Another harbour',
    level: 'remark',
    what: 'Stressed words stand in the place of a heading, and nobody can jump to them.',
    mended: '## Harbours of nowhere\n\n- One harbour\n- Another harbour',
  },
  'a heading that ends as a sentence': {
    wrong: '## Ships sail.\n\nThey sail.',
    level: 'remark',
    what: 'A heading ends in a punctuation mark.',
    mended: '## Ships sail\n\nThey sail.',
  },
  'two headings that are the same': {
    wrong: '## Rivers\n\nThey flow.\n\n## Rivers\n\nThey end.',
    line: 5,
    level: 'error',
    what: 'Two parts of the page have the id “rivers”.',
    mended: '## Rivers\n\nThey flow.\n\n## Seas\n\nThey wait.',
  },
  'a heading in capitals': {
    wrong: '## MADE UP GARDENS\n\nThey grow.',
    level: 'remark',
    what: 'Words stand in capitals from “MADE” on, which are hard to read.',
    mended: '## Made up gardens\n\nThey grow.',
  },
  'a heading with nothing under it': {
    wrong: '## Empty orchards\n\n## Full orchards\n\nThey grow.',
    level: 'remark',
    what: 'Nothing stands under the heading “Empty orchards”.',
    mended: '## Full orchards\n\nThey grow.',
  },
  'a link called “click here”': {
    wrong: 'For the page, [click here](/made-up-page/).',
    level: 'error',
    what: 'A link is called “click here”.',
    mended: 'See [the page about nothing](/made-up-page/).',
  },
  'a link called “this website”': {
    wrong: 'See [this website](https://made-up.example/a/).',
    level: 'remark',
    what: 'A link is called “this website”, which says little by itself.',
    mended: 'See [the site of the lanterns](https://made-up.example/a/).',
  },
  'one name for two links': {
    wrong: 'See [the map](https://made-up.example/b/) and [the map](https://made-up.example/c/).',
    level: 'remark',
    what: 'Two links are called “the map” and lead to different places.',
    mended:
      'See [the map of ships](https://made-up.example/b/) and [the map of bells](https://made-up.example/c/).',
  },
  'two links in a row to one place': {
    wrong:
      '[The bells](https://made-up.example/d/) [and how they ring](https://made-up.example/d/)',
    level: 'remark',
    what: 'Two links in a row lead to the same place.',
    mended: '[The bells and how they ring](https://made-up.example/d/)',
  },
  'an address as the words of a link': {
    wrong: 'See [made-up.example/e/](https://made-up.example/e/).',
    level: 'remark',
    what: 'A bare web address stands in the text; a screen reader spells it out.',
    mended: 'See [the site of the harbour](https://made-up.example/e/).',
  },
  'a PDF without its type and size': {
    wrong: 'Read [the lantern report](https://made-up.example/report.pdf).',
    level: 'remark',
    what: 'A link leads to a PDF file and does not say so.',
    mended: 'Read [the lantern report (PDF, 340 kB)](https://made-up.example/report.pdf).',
  },
  'a link that opens a new window': {
    wrong: 'See [the ships (opens in a new window)](https://made-up.example/f/).',
    level: 'remark',
    what: 'A link says that it opens a new window, and no link of this site does.',
    mended: 'See [the ships](https://made-up.example/f/).',
  },
  'a link in HTML that opens a new window': {
    wrong: 'See <a href="https://made-up.example/g/" target="_blank">the bells of old</a>.',
    level: 'error',
    what: 'Raw HTML: <a>.',
    mended: 'See [the bells of old](https://made-up.example/g/).',
  },
  'a link without words': {
    wrong: 'See [](https://made-up.example/h/).',
    level: 'error',
    what: 'A link has no words.',
    mended: 'See [the harbour bell](https://made-up.example/h/).',
  },
  'a link of a sign alone': {
    wrong: 'See more [→](https://made-up.example/i/)',
    level: 'error',
    what: 'A link is called “→”, which is no word.',
    mended: 'See [more about bells](https://made-up.example/i/)',
  },
  'a picture without words': {
    wrong: '<Figure src="/images/made-up.png" />',
    level: 'error',
    what: 'A picture has no alternative text.',
    mended: '<Figure src="/images/made-up.png" alt="A lantern on a quay" />',
  },
  'a picture with the name of its file': {
    wrong: '<Figure src="/images/made-up.png" alt="IMG_2031" />',
    level: 'error',
    what: 'The alternative text is the name of a file.',
    mended: '<Figure src="/images/made-up.png" alt="A bell in a tower" />',
  },
  'a picture that is said to be one': {
    wrong: '<Figure src="/images/made-up.png" alt="A picture of a bell" />',
    level: 'error',
    what: 'The alternative text begins with “A picture of”.',
    mended: '<Figure src="/images/made-up.png" alt="A bell" />',
  },
  'a picture of which nothing is said': {
    wrong: '<Figure src="/images/made-up.png" alt="Logo" />',
    level: 'error',
    what: 'The alternative text is “Logo”, which would suit any picture.',
    mended: '<Figure src="/images/made-up.png" alt="Ministry of Made-Up Matters" />',
  },
  'a picture described at length': {
    wrong: `<Figure src="/images/made-up.png" alt="${'a tower '.repeat(24).trim()}" />`,
    level: 'error',
    what: 'The alternative text has 191 characters.',
    mended: '<Figure src="/images/made-up.png" alt="A row of towers" />',
  },
  'a picture whose caption says the same': {
    wrong: '<Figure src="/images/made-up.png" alt="A ship at sea" caption="A ship, at sea." />',
    level: 'remark',
    what: 'The alternative text of a picture repeats its caption.',
    mended: '<Figure src="/images/made-up.png" alt="A ship at sea" caption="The last to sail." />',
  },
  'a paragraph in capitals': {
    wrong: 'NOBODY MAY ENTER THE HARBOUR OF NOWHERE.',
    level: 'remark',
    what: 'Words stand in capitals from “NOBODY” on, which are hard to read.',
    mended: 'Nobody may enter the harbour of nowhere.',
  },
  'typed bullets': {
    wrong: 'They bring:\n\n• a lantern\n• a bell',
    line: 3,
    level: 'remark',
    what: 'The marks of a list are typed (“•”), so that a screen reader finds no list.',
    mended: 'They bring:\n\n- a lantern\n- a bell',
  },
  'typed dashes behind line breaks': {
    wrong: 'They leave:\\\n\\- a lantern\\\n\\- a bell',
    line: 2,
    level: 'remark',
    what: 'The marks of a list are typed (“-”), so that a screen reader finds no list.',
    mended: 'They leave:\n\n- a lantern\n- a bell',
  },
  'numbers typed in one paragraph': {
    wrong: 'They 1) wait, 2) sail and 3) come back.',
    level: 'remark',
    what: 'The marks of a list are typed (“1)”), so that a screen reader finds no list.',
    mended: 'They:\n\n1. wait\n2. sail\n3. come back',
  },
  'emoji for bullets': {
    wrong: '🔔 Ring the bell\n\n🔔 Light the lantern',
    level: 'remark',
    what: 'The marks of a list are typed (“🔔”), so that a screen reader finds no list.',
    mended: '- Ring the bell\n- Light the lantern',
  },
  'emoji in a row': {
    wrong: 'It opens 🎉🎉🎉',
    level: 'remark',
    what: 'Emoji stand in a row (“🎉🎉🎉”); a screen reader says the whole name of each.',
    mended: 'It opens 🎉',
  },
  'a table without a caption': {
    wrong: '| Ship | Bell |\n| --- | --- |\n| Small | Loud |',
    level: 'error',
    what: 'A table stands without a caption.',
    mended:
      '<Table caption="Ships and bells">\n\n| Ship | Bell |\n| --- | --- |\n| Small | Loud |\n\n</Table>',
  },
  'a table with an empty header cell': {
    wrong:
      '<Table caption="Ships by size">\n\n|  | Size |\n| --- | --- |\n| First ship | Small |\n\n</Table>',
    line: 3,
    level: 'error',
    what: 'A table has a column without a header cell.',
    mended:
      '<Table caption="Ships by size">\n\n| Ship | Size |\n| --- | --- |\n| First ship | Small |\n\n</Table>',
  },
  'a table without a header row': {
    wrong:
      '<Table caption="Bells by harbour">\n\n| North | 12 | 14 |\n| --- | --- | --- |\n| South | 3 | 4 |\n\n</Table>',
    line: 3,
    level: 'remark',
    what: 'The first row of a table holds figures, where a screen reader looks for the names of the columns.',
    mended:
      '<Table caption="Bells by harbour">\n\n| Harbour | Big | Small |\n| --- | --- | --- |\n| North | 12 | 14 |\n\n</Table>',
  },
  'a table of one column': {
    wrong: '<Table caption="Tools">\n\n| Tool |\n| --- |\n| Lamp |\n| Rope |\n\n</Table>',
    line: 3,
    level: 'remark',
    what: 'A table has only one column.',
    mended: 'The tools:\n\n- Lamp\n- Rope',
  },
  'a table that puts passages side by side': {
    wrong: `<Table caption="Two sides">\n\n| Left | Right |\n| --- | --- |\n| ${side} | ${side} |\n\n</Table>`,
    line: 3,
    level: 'remark',
    what: 'A table with one row holds passages of text, so that it only puts them side by side.',
    mended: `${side}\n\n${side}`,
  },
  'columns typed with bars': {
    wrong: 'Ship | Bell\\\nSmall | Loud',
    level: 'remark',
    what: 'Columns are typed with signs or spaces, so that a screen reader finds no table.',
    mended:
      '<Table caption="Ships and what rings">\n\n| Ship | Bell |\n| --- | --- |\n| Small | Loud |\n\n</Table>',
  },
  'a place on the screen': {
    wrong: 'The ships are in the table on the right.',
    level: 'remark',
    what: '“table on the right” can be followed by those alone who see where it stands, its colour or its shape (WCAG 1.3.3).',
    mended: 'The ships are in the table “Ships and bells”. They turn right at the quay.',
  },
  'a place further down': {
    wrong: 'For the bells, see below.',
    level: 'remark',
    what: '“see below” can be followed by those alone who see where it stands, its colour or its shape (WCAG 1.3.3).',
    mended: 'The bells are under “Bells of nowhere”. It is below zero.',
  },
  'a colour': {
    wrong: 'Then choose the green button.',
    level: 'remark',
    what: '“the green button” can be followed by those alone who see where it stands, its colour or its shape (WCAG 1.3.3).',
    mended: 'Then choose “Send”. The green boat waits.',
  },
  'a shape': {
    wrong: 'It is behind the round icon.',
    level: 'remark',
    what: '“round icon” can be followed by those alone who see where it stands, its colour or its shape (WCAG 1.3.3).',
    mended: 'It is under “Help”. The round table waits.',
  },
  'a sentence in French': {
    wrong: 'They said it twice. Nous sommes ici pour vous et pour tous les enfants de la ville.',
    level: 'remark',
    what: '“Nous sommes ici pour …” seems to be French, and nothing says so.',
    mended:
      'They said it twice. <Passage lang="fr">Nous sommes ici pour vous et pour tous les enfants de la ville.</Passage>',
  },
  'a paragraph in Polish': {
    wrong: 'To jest plan, który nie istnieje, ale jest dla wszystkich dzieci.',
    level: 'remark',
    what: '“To jest plan, który …” seems to be Polish, and nothing says so.',
    mended:
      '<Passage lang="pl">\n\nTo jest plan, który nie istnieje, ale jest dla wszystkich dzieci.\n\n</Passage>',
  },
  'words in Arabic': {
    wrong: 'They call it خطة وهمية here.',
    level: 'remark',
    what: '“خطة وهمية” is written in other letters than Latin, and nothing says in which language.',
    mended: 'They call it <Passage lang="ar">خطة وهمية</Passage> here.',
  },
  'Spanish that is marked as Welsh': {
    wrong:
      '<Passage lang="cy">\n\nEste plan no existe, pero es para todos los que viven aquí.\n\n</Passage>',
    level: 'remark',
    what: 'Words are marked as Welsh and seem to be Spanish.',
    mended:
      '<Passage lang="es">\n\nEste plan no existe, pero es para todos los que viven aquí.\n\n</Passage>',
  },
  'a short form that nobody explains': {
    wrong: 'The BOLT waits.',
    level: 'remark',
    what: 'The short form BOLT is not explained.',
    mended: 'The Board of Lantern Trimmers (BOLT) waits.',
  },
  'a short form of Latin': {
    wrong: 'They bring tools, e.g. a lamp.',
    level: 'remark',
    what: '“e.g.” is a short form of Latin, which many readers do not know.',
    mended: 'They bring tools, for example a lamp.',
  },
  'a long sentence': {
    wrong: `Here ${long(29)}.`,
    level: 'remark',
    what: 'A sentence has 30 words.',
    mended: `Here ${long(9)}. There ${long(9)}.`,
  },
  'letters with spaces between them': {
    wrong: 'The L A N T E R N is lit.',
    level: 'remark',
    what: 'Spaces stand between the letters of “L A N T E R N”, so that a screen reader spells them (WCAG 1.3.2).',
    mended: 'The lantern is lit.',
  },
  'letters that are made for formulas': {
    wrong: 'It is 𝗯𝗼𝗹𝗱 here.',
    level: 'remark',
    what: '“𝗯𝗼𝗹𝗱” is written in letters that are made for formulas; screen readers spell them or say nothing.',
    mended: 'It is **bold** here.',
  },
  'a drawing of characters': {
    wrong: '```\n +----+\n | == |\n +----+\n  ||||\n```',
    level: 'remark',
    what: 'A drawing is made of characters, which a screen reader reads out one by one (WCAG 1.1.1).',
    mended: '```\nlantern = lit\nbell = loud\nship = small\n```',
  },
  'a rule of signs': {
    wrong: 'They end here \\*\\*\\*\\*\\*\\*\\*\\*',
    level: 'remark',
    what: 'A row of signs is typed (“********”), which some screen readers read out one by one.',
    mended: 'They end here\n\n---',
  },
  'underlined words': {
    wrong: 'They <u>never</u> sail.',
    level: 'error',
    what: 'Raw HTML: <u>.',
    mended: 'They **never** sail.',
  },
  'a long passage in italics': {
    wrong: `*Here ${long(21)}.*`,
    level: 'remark',
    what: '22 words in a row are in italics, which are hard to read.',
    mended: `Here ${long(21)}.`,
  },
  'a break in HTML': {
    wrong: 'They wait.<br />They sail.',
    level: 'error',
    what: 'Raw HTML: <br>.',
    mended: 'They wait.\n\nThey sail.',
  },
  'line breaks for paragraphs': {
    wrong: 'They wait.\\\n\\\nThey sail.',
    level: 'remark',
    what: 'A line break stands where a paragraph ends.',
    mended: 'They wait.\n\nThey sail.',
  },
  'a typed sign of quotation': {
    wrong: '\\> They never sailed.',
    level: 'remark',
    what: 'A line begins with a typed >, which a screen reader reads as “greater than”.',
    mended: '> They never sailed.',
  },
  'a limit of time': {
    wrong: 'You have 20 minutes to answer.',
    level: 'remark',
    what: '“You have 20 minutes to” names a limit that many disabled people cannot keep (WCAG 2.2.1).',
    mended: 'You can answer when you like. It takes 20 minutes to read.',
  },
  'words for a mouse': {
    wrong: 'Then click on “Send”.',
    level: 'remark',
    what: '“click on” is for those alone who use a mouse.',
    mended: 'Then select “Send”.',
  },
  'a script in the text': {
    wrong: '<marquee>They move.</marquee>',
    level: 'error',
    what: 'Raw HTML: <marquee>.',
    mended: 'They move.',
  },
}

/** The release with each of some blocks, and the line on which each begins. */
function releaseOf(blocks: readonly string[]): { text: string; lines: number[] } {
  const [front = ''] = rightFiles[release].replace('notes: [made-up-note]\n', '').split('\n\n')
  let text = `${front}\n\nWords that open it.\n\n`
  const lines = blocks.map((block) => {
    const line = text.split('\n').length
    text += `${block}\n\n${between}\n\n`
    return line
  })
  return { text, lines }
}

/** Keeps what stands next to each other apart. */
const between = 'They rest.'

test(`each of ${Object.keys(barriers).length} barriers is found on its line`, async (context) => {
  const all = Object.entries(barriers)
  const { text, lines } = releaseOf(all.map(([, { wrong }]) => wrong))
  const root = writeRepository(context, { [release]: text })
  const problems = await checkContent({ root, siteUrl: 'https://made-up.example', now: someDay })
  const found = new Set(
    problems
      .filter(({ file }) => file === release)
      .map(({ level, line, what }) => `${line} ${level} ${what}`),
  )
  const missed = all.flatMap(([about, { line = 1, level, what }], index) => {
    const expected = `${(lines[index] ?? 0) + line - 1} ${level} ${what}`
    return found.has(expected) ? [] : [`${about}: ${expected}`]
  })
  assert.deepEqual(missed, [])
})

test('nothing is said of the twin in which each is mended', async (context) => {
  const { text } = releaseOf(Object.values(barriers).map(({ mended }) => mended))
  const root = writeRepository(context, { [release]: text })
  const problems = await checkContent({ root, siteUrl: 'https://made-up.example', now: someDay })
  assert.deepEqual(
    problems.map(({ line, what }) => `${line} ${text.split('\n')[line - 1] ?? ''}: ${what}`),
    [],
  )
})

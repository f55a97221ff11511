import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NodeOf } from '../../../src/document/vocabulary.ts'
import { everyNode } from '../../../src/document/walk.ts'
import {
  addresses,
  asHtml,
  asText,
  assertInOrder,
  inOneLine,
  readFile,
  readPage,
  specimen,
} from './written.ts'

/* tests/specimens holds all that a publication can hold. Each word of it is in every format. */

const release = specimen('/press-releases/specimen-release/')
const plan = specimen('/action-plans/specimen-plan/')

/** Words of the release's file in their order, the way a reader meets them. Tables stand below. */
const goldenRelease = [
  'A <specimen> & its "title", with \'quotes\'',
  'Statement',
  'From: Ministry of Specimens & Samples <Made Up> and Council of Nowhere',
  'Made up on 15 January 2020',
  'words, about two minutes to read',
  'Corrected on 18 January 2020',
  'First <paragraph> & title. It said: “5 > 6 & <that>”. It now says: “5 < 6 & <this>”.',
  'A made-up tower of "specimens" & <samples>',
  'The tower, as it never stood & <fell>.',
  'Picture: Photo & <Sons>',
  'The MoSS opens with stressed, strong and both, with code <b>&amp;</b> and 5 < 6 & 7 > 3, “curly” "straight" \'single\' quotes, £1,234.56, 20%, 1–2, an emoji 👩🏽‍🔬 and a café.',
  'After a hard break the line goes on, and XYZ&Co goes on after a soft one.',
  'See the nowhere page & its "index", the plan, that part and www.plain.example.',
  '<script>alert("x")</script> is only a text, and so are &lt; and <img src=x onerror=alert(1)>.',
  'Lists &',
  'rhestrau',
  'First bullet, long enough that the line which it stands on',
  'Nested bullet, long enough',
  'Deep number, long enough',
  'Second bullet',
  'with a second paragraph',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth, long enough',
  'A third level',
  'عنوان',
  'A fourth level',
  'A quoted paragraph, long enough that the line which it stands on has to be broken before its end is reached.',
  'A quoted bullet',
  'echo "code & <tags>" # two spaces',
  'Numbers in a table',
  'Specimens & <samples> by year',
  'A table without row headers',
  'Pictures',
  'A "tower" & <b>its</b> shadow',
  'The tower by night',
  'Night over the <tower> & more',
  'Picture: Nobody & <Sons>',
  'Languages',
  'Mae’r geiriau hyn yn Gymraeg, ac maent yn ddigon hir i lenwi mwy nag un llinell o’r testun plaen hwn.',
  'Rhestr Gymraeg',
  'هذه كلمات مختلقة.',
  'In a line:',
  'gair Cymraeg and',
  'كلمة عربية end it.',
  'To count the specimen words<, at such a length that the line which it stands on has to be broken.',
  'once',
  'twice',
  'To read the made-up page & more.',
  'To wait for the specimen words<.',
  'To stop.',
  'Follow the four actions in the action plan “Specimen <plan> & "actions"”',
  "Ada <Specimen> O'Made-Up, Minister for Specimens & <Samples>, said on her page:",
  '“Nothing was said, at such a length that the line which it stands on has to be broken before its end.',
  '“And nothing more.”',
  'Page of a witness: Specimen, Witness, said:',
  '“Specimen!”',
  'The second words & more',
  '2',
  'end it. Read the report (PDF, 340 kB, one page), the film (PNG, 2.4 MB) and the study.',
  'Notes to editors',
  'Notes & <more>:',
  '< Title of <a note> & more. First paragraph of the note & <its> words, at such a length',
  'Second paragraph of the note.',
  'A bullet of the note',
  '2 Does it end with a question?',
  'A list that opens the note',
  'Contacts',
  'For the press: Specimen press office & <desk>',
  'press@specimens.example, 0000 000 0001, text relay 18001 0000 000 0001, never & <always>',
  'For accessible formats: Specimen desk',
  'formats@specimens.example',
  'About Ministry of Specimens & Samples <Made Up>',
  'The Ministry of Specimens & Samples exists only in this test; it has <no> office.',
  'Documents named here',
  'Report on <specimens> & "samples"',
  'Film of a specimen',
  'A study that nobody published',
  'Short forms',
  'MoSS',
  'Ministry of <Specimens> & Samples',
  'XYZ&Co',
  'The text does not say what it stands for.',
  'What has changed',
  '16 January 2020: New format: British Sign Language film & <captions>. A made-up film & <nothing> more.',
  '18 January 2020: Corrected: First <paragraph> & title',
  'Other languages',
  'Cymraeg',
  'العربية',
  'About this page',
  'The words are made up & <nothing> more.',
  'To be reviewed on',
  '15 January 2021',
  'https://made-up.example/press-releases/specimen-release/',
  'Specimen of an offer & its <form>?',
  'If you need a specimen, please tell us through our <form> & wait.',
  'We never answer.',
  'You can have this page itself in other formats now, such as Word, large print, EPUB and braille: see all formats of this page.',
]

const goldenPlan = [
  'Specimen <plan> & "actions"',
  'Action plan',
  'Owner',
  "Ada <Specimen> O'Made-Up, Ministry of Specimens & Samples <Made Up>",
  'Announced',
  '15 January 2020, in A <specimen> & its "title", with \'quotes\'',
  'In response to',
  'Report on <specimens> & "samples"',
  'Next update due',
  '“in <spring> & summer”',
  'What opens the plan & <all> of it.',
  'Timeline',
  'The plan was announced, with four actions.',
  'Monday 20 January 2020',
  'Action 1: First <action> & more',
  'Worked out from “on <Monday>”: the 15th was a Wednesday & <so on>.',
  '3 February 2020',
  'Action 2: Second action: Some pages were <read> & forgotten.',
  'by 1 March 2020',
  'Action 2: Second action',
  '“soon & <later>”',
  'Action 3: Third action',
  'No date stated',
  'Action 4: Fourth action',
  'The four actions',
  'The short titles are ours',
  'Action 1: First <action> & more',
  'To count the specimen words<,',
  'Owner',
  'a <body> & another',
  'Due',
  '“on <Monday>”: Monday 20 January 2020 (worked out: the 15th was a Wednesday & <so on>)',
  'Status',
  'Announced. No update has been published here since 15 January 2020.',
  'Named in it',
  'Council of Nowhere; senior <specimens> & samples',
  'Note',
  'A note & <tag>',
  'Action 2: Second action',
  'as owner of the plan',
  'by 1 March 2020',
  'In progress, with problems (3 February 2020): Some pages were <read> & forgotten.',
  'Evidence',
  'List of <pages> & more',
  'Action 3: Third action',
  'Action 4: Fourth action',
  'The four actions as a table',
  'Four actions of the plan',
  'Notes to editors',
  '< Title of <a note> & more.',
  'For the public: Plan desk',
  '0000 000 0002',
  'What has changed in the plan, in the order of time',
  '3 February 2020',
  '2. Second action',
  'In progress, with problems',
  'Some pages were <read> & forgotten. Reported by: Specimen',
]

// A reader of a page hears “term description”, one of a text “term: description”.
const withoutColons = (words: string) => words.replace(/:(?= |$)/g, '')
const golden = [
  ['the release', release, goldenRelease],
  ['the plan', plan, goldenPlan],
] as const
for (const [name, publication, words] of golden) {
  test(`${name} is whole and in order on its page`, () => {
    assertInOrder(withoutColons(readPage(asHtml(publication))), words.map(withoutColons))
  })
  test(`${name} is whole and in order as text`, () => {
    assertInOrder(withoutColons(readFile(asText(publication))), words.map(withoutColons))
  })
}

test('a table is read by rows on the page, with its header cells once', () => {
  assertInOrder(readPage(asHtml(release)), [
    'Specimens & <samples> by year Year Number & <kind> Source of it 2019 £1,000 one <td> 2020 long enough',
    'before its end dau',
    'A table without row headers Left Right only row',
  ])
})

test('a table is read by rows as text, each cell with its header cell', () => {
  assertInOrder(readFile(asText(release)), [
    'Table: Specimens & <samples> by year Year: 2019 Number & <kind>: £1,000 Source of it: one <td> Year: 2020 Number & <kind>: long enough',
    'before its end Source of it: (in Welsh:) dau',
    'Table: A table without row headers Left: only Right: row',
  ])
})

for (const address of addresses) {
  test(`each word in the tree of ${address} is in both formats, in order`, () => {
    const { tree } = specimen(address)
    const nodes = [...everyNode(tree)]
    // Formats read tables in another order; see above.
    const inTables = new Set(everyNode(nodes.filter(({ type }) => type === 'table')))
    const values = nodes
      .filter((node) => !inTables.has(node))
      .flatMap((node) => ('value' in node ? [inOneLine(node.value)] : []))
    assert.ok(values.length > 0)
    assertInOrder(readPage(asHtml(specimen(address))), values)
    assertInOrder(readFile(asText(specimen(address))), values)
  })

  test(`the lines of ${address} as text have at most 72 columns, or are one address`, () => {
    const lines = asText(specimen(address)).split('\n')
    for (const line of lines) {
      const words = line.trim().split(' ')
      const isAddress = words.length === 1 && /^\(?<?https?:/.test(words[0] ?? '')
      assert.ok(line.length <= 72 || isAddress, `${line.length} columns: ${line}`)
    }
  })

  test(`no line of ${address} as text ends in a space, and none is without end`, () => {
    const text = asText(specimen(address))
    assert.doesNotMatch(text, /[ \t]$/m)
    assert.doesNotMatch(text, /\n{3}/)
    assert.match(text, /[^\n]\n$/)
  })

  test(`the page of ${address} is written in the elements that we know, and in no others`, () => {
    assertOnlyOurElements(asHtml(specimen(address)))
  })
}

const elements = new Set(
  'a b blockquote br caption code dd div dl dt em figcaption figure h1 h2 h3 h4 header hr img li nav ol p pre section span strong table tbody td th thead time tr ul'.split(
    ' ',
  ),
)
const attributes = new Set(
  'alt aria-label aria-labelledby class data-furniture datetime dir height href id lang role scope src start tabindex width'.split(
    ' ',
  ),
)
const empty = new Set(['br', 'hr', 'img'])

/** Fails on any element or attribute that words could have smuggled in, and on a wrong nesting. */
function assertOnlyOurElements(html: string): void {
  const open: string[] = []
  const rest = html.replace(
    /<(\/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g,
    (_, slash: string, name: string, written: string) => {
      assert.ok(elements.has(name), `<${name}>`)
      for (const [, attribute = ''] of written.matchAll(/ ([a-z-]+)(?:="[^"]*")?/g)) {
        assert.ok(attributes.has(attribute), `${attribute} in <${name}${written}>`)
      }
      if (slash) assert.equal(open.pop(), name)
      else if (!empty.has(name)) open.push(name)
      return ''
    },
  )
  assert.deepEqual(open, [])
  assert.doesNotMatch(rest, /[<>]/)
  assert.doesNotMatch(rest.replace(/&(amp|lt|gt|quot);/g, ''), /&/)
}

test('ids are unique on each page, and each way within it leads somewhere', () => {
  for (const address of addresses) {
    const html = asHtml(specimen(address))
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    assert.deepEqual(ids, [...new Set(ids)])
    for (const [, target] of html.matchAll(/ href="#([^"]*)"/g)) assert.ok(ids.includes(target))
  }
})

test('languages are marked on the page, with the direction of those written from the right', () => {
  const page = asHtml(release)
  for (const part of [
    '<span lang="cy">rhestrau</span>',
    '<span lang="ar" dir="rtl">عنوان</span>',
    '<div lang="cy"><p>Mae’r geiriau',
    '<div lang="ar" dir="rtl"><p>هذه',
    '<span lang="cy">gair <em>Cymraeg</em></span>',
    '<span lang="cy"><a href="/press-releases/specimen-release-cy/">Cymraeg</a></span>',
  ]) {
    assert.ok(page.includes(part), part)
  }
})

test('languages are named in the text', () => {
  assertInOrder(readFile(asText(release)), [
    '(in Welsh:) Mae’r',
    '(in Arabic:) هذه',
    '(in Welsh:) gair',
  ])
})

test('pictures have their words and their size; a decorative one has none and says nothing', () => {
  const page = asHtml(release)
  assert.ok(page.includes('<img src="/images/specimen-pattern.png" alt="" width="8" height="8">'))
  assert.ok(
    page.includes(
      '<img src="/images/specimen-tower.png" alt="A &quot;tower&quot; &amp; &lt;b&gt;its&lt;/b&gt; shadow" width="16" height="9">',
    ),
  )
  assert.equal(asText(release).match(/^Picture: (A|The)/gm)?.length, 3)
})

test('lists keep their numbers', () => {
  assert.ok(asHtml(release).includes('<ol start="7"><li><p>Seventh'))
  assert.match(asText(release), /\n7\. Seventh\n8\. Eighth\n9\. Ninth\n10\. Tenth/)
})

test('addresses stay whole, and lead to the site from outside it', () => {
  const long =
    'https://nowhere.example/a/very/long/address/that/cannot/be/broken/anywhere/at/all/index.html?query=1&other="2"'
  assert.ok(asText(release).includes(`\n<${long}>`))
  assert.ok(
    asHtml(release).includes(`href="${long.replace('&', '&amp;').replaceAll('"', '&quot;')}"`),
  )
  assert.match(
    asText(release),
    /the plan\n?\s<https:\/\/made-up\.example\/action-plans\/specimen-plan\/#first-specimen>/,
  )
  assert.match(asText(release), /that\spart\sand/)
})

test('a mark leads to its note and the note back, both with words', () => {
  const page = asHtml(release)
  assert.match(
    page,
    /<a class="mark" id="mark-second-specimen-note" href="#note-second-specimen-note" aria-label="Note 2: second words &amp; more">2<\/a>/,
  )
  assert.match(
    page,
    /<a href="#mark-specimen-note-third-specimen">Back to “specimen words” in action 3<\/a>/,
  )
})

test('a name in an address is not made bold', () => {
  assert.match(
    asHtml(release),
    /<figcaption><a href="https:\/\/people\.example\/Specimen">Page of a witness<\/a>: <b>Specimen<\/b>, Witness/,
  )
})

test('the first cell of a row is a header cell where the writer said so, and only there', () => {
  const rows = asHtml(release).match(/<tbody>.*?<\/tbody>/g)
  assert.match(rows?.[0] ?? '', /^<tbody><tr><th scope="row">2019<\/th><td>/)
  assert.equal(rows?.[1], '<tbody><tr><td>only</td><td>row</td></tr></tbody>')
})

test('the specimens have every node of the vocabulary', () => {
  const present = new Set(
    addresses.flatMap((address) => [...everyNode(specimen(address).tree)].map(({ type }) => type)),
  )
  // A key that is missing here, or that is no node, does not compile.
  const all: Record<NodeOf['type'], true> = {
    text: true,
    emphasis: true,
    strong: true,
    inlineCode: true,
    break: true,
    link: true,
    phrase: true,
    date: true,
    noteMark: true,
    documentLink: true,
    paragraph: true,
    heading: true,
    list: true,
    listItem: true,
    blockquote: true,
    code: true,
    thematicBreak: true,
    passage: true,
    figure: true,
    table: true,
    quotation: true,
    commitments: true,
    commitment: true,
    titleBlock: true,
    contents: true,
    notice: true,
    section: true,
    facts: true,
    timeline: true,
    timelineStep: true,
    note: true,
  }
  assert.deepEqual([...present].toSorted(), Object.keys(all).toSorted())
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Nodes } from 'mdast'
import { parse } from 'yaml'
import { paragraph, text } from '../../../src/document/nodes.ts'
import type { Publication } from '../../../src/document/library.ts'
import type { Block } from '../../../src/document/vocabulary.ts'
import { everyNode } from '../../../src/document/walk.ts'
import { markdown } from '../../../src/formats/markdown.ts'
import { parseMarkdown } from '../../site/reading.ts'
import { addresses, context, siteUrl, specimen } from './written.ts'

/* That no word is lost is tested against the page, in tests/site/parity.test.ts. */

const release = specimen('/press-releases/specimen-release/')
const plan = specimen('/action-plans/specimen-plan/')
const written = (publication: Publication) => markdown.write(publication, context)

function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesIn(child)
}
const parsed = (publication: Publication) => [...nodesIn(parseMarkdown(written(publication)))]

const words = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(words).join('') : ''

function frontMatter(publication: Publication): unknown {
  const [, front = ''] = /^---\n(.*?\n)---\n\n/s.exec(written(publication)) ?? []
  return parse(front)
}

test('the front matter of a release says what a machine wants to know', () => {
  assert.deepEqual(frontMatter(release), {
    title: 'A <specimen> & its "title", with \'quotes\'',
    kind: 'Statement',
    summary: 'A made-up announcement that holds everything that an announcement can hold.',
    from: 'Ministry of Specimens & Samples <Made Up> and Council of Nowhere',
    published: '2020-01-15',
    lang: 'en-GB',
    address: `${siteUrl}/press-releases/specimen-release/`,
  })
})

test('the front matter of a plan names its owner', () => {
  assert.deepEqual(frontMatter(plan), {
    title: 'Specimen <plan> & "actions"',
    kind: 'Action plan',
    summary: 'Three actions that nobody takes.',
    owner: "Ada <Specimen> O'Made-Up, Ministry of Specimens & Samples <Made Up>",
    published: '2020-01-15',
    lang: 'en-GB',
    address: `${siteUrl}/action-plans/specimen-plan/`,
  })
})

test('the front matter of a withdrawn plan says so', () => {
  assert.ok(plan.collection === 'action-plans')
  const withdrawn = { ...plan, data: { ...plan.data, withdrawn: true } }
  assert.match(written(withdrawn), /^withdrawn: true$/m)
  assert.doesNotMatch(written(plan), /^withdrawn/m)
})

for (const address of addresses) {
  test(`${address} has the headings of its page, at their levels`, () => {
    const onPage = [...everyNode(specimen(address).tree)].flatMap((node) => {
      if (node.type === 'titleBlock') return [1]
      if (node.type === 'notice') return [2]
      return node.type === 'heading' || node.type === 'section' ? [node.depth] : []
    })
    const inFile = parsed(specimen(address)).flatMap((node) =>
      node.type === 'heading' ? [node.depth] : [],
    )
    assert.deepEqual(inFile, onPage)
  })

  test(`every address in ${address} as Markdown leads somewhere from outside the site`, () => {
    for (const node of parsed(specimen(address))) {
      if ('url' in node) assert.match(node.url, /^(https?:\/\/|mailto:|tel:)/)
    }
  })
}

test('every link that leads away is one in Markdown', () => {
  const addresses = parsed(release).flatMap((node) => (node.type === 'link' ? [node.url] : []))
  for (const address of [
    `${siteUrl}/action-plans/specimen-plan/#first-specimen`,
    'https://nowhere.example/a/very/long/address/that/cannot/be/broken/anywhere/at/all/index.html?query=1&other="2"',
    'mailto:press@specimens.example',
    'tel:00000000001',
    `${siteUrl}/press-releases/specimen-release/`,
  ]) {
    assert.ok(addresses.includes(address), address)
  }
  assert.ok(written(release).includes(`<${siteUrl}/press-releases/specimen-release/>`))
})

test('a picture is one, with its words; a decorative one has none', () => {
  const pictures = parsed(release).flatMap((node) =>
    node.type === 'image' ? [[node.url, node.alt]] : [],
  )
  const tower = `${siteUrl}/images/specimen-tower.png`
  assert.deepEqual(pictures, [
    [tower, 'A made-up tower of "specimens" & <samples>'],
    [tower, 'A "tower" & <b>its</b> shadow'],
    [`${siteUrl}/images/specimen-pattern.png`, ''],
    [tower, 'The tower by night'],
  ])
})

test('the first cell of a row is strong where it is a header cell, and only there', () => {
  const firsts = parsed(release).flatMap((node) =>
    node.type === 'tableRow' ? [node.children[0]?.children[0]?.type] : [],
  )
  assert.deepEqual(firsts, ['text', 'strong', 'strong', 'text', 'text'])
})

test('what somebody says is quoted under who says it', () => {
  const root = parseMarkdown(written(release))
  assert.ok('children' in root)
  const at = root.children.findIndex((node) => words(node).startsWith('Page of a witness'))
  assert.deepEqual(
    root.children.slice(at, at + 2).map((node) => [node.type, words(node)]),
    [
      ['paragraph', 'Page of a witness: Specimen, Witness, said:'],
      ['blockquote', '“Specimen!”'],
    ],
  )
})

test('words that look like Markdown stay words', () => {
  const tricky = [
    '*a* **b** _c_ __d__ ~~e~~ `f` ***',
    '[g](https://h.example) ![i](j) [k] [^l]: m',
    '# n',
    '1. o',
    '2) p',
    '- q',
    '+ r',
    '> s',
    '| t | u |',
    '| - | - |',
    '<b>v</b> <!-- w --> <https://x.example>',
    '&amp; &lt; &#35; &copy',
    '\\* \\ \\\\',
    '---',
    '===',
    '```',
    '[ ] y',
    'https://z.example and www.aa.example and bb@cc.example',
    'snake_case_word 5*6*7 a*b',
    '!',
  ]
  const tree: Block[] = [
    ...tricky.map((value) => paragraph(text(value))),
    { type: 'heading', depth: 2, id: 'tricky', children: [text('dd # ee #')] },
    ...tricky.map((value): Block => ({
      type: 'blockquote',
      children: [paragraph({ type: 'strong', children: [text(value)] })],
    })),
    {
      type: 'table',
      caption: 'Tricky',
      rowHeaders: false,
      header: [{ children: [text('a | b')] }],
      rows: tricky.map((value) => [{ children: [text(value)] }]),
    },
  ]
  const root = parseMarkdown(written({ ...plan, tree }))
  assert.ok('children' in root)
  const table = root.children.at(-1)
  assert.ok(table?.type === 'table')
  assert.deepEqual(root.children.slice(0, -2).map(words), [...tricky, 'dd # ee #', ...tricky])
  assert.deepEqual(table.children.map(words), ['a | b', ...tricky])
  for (const node of nodesIn(root)) {
    assert.ok(!['html', 'emphasis', 'delete', 'image', 'code'].includes(node.type), node.type)
    // GitHub makes a link of every web address in a text, escaped or not.
    if (node.type === 'link') assert.ok(node.url.endsWith(words(node)), node.url)
  }
})

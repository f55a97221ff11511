import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { LinkIndex } from '../../../src/document/links.ts'
import { movedAddresses, newAddress } from '../../../src/document/moved-addresses.ts'
import { Problems } from '../../../src/document/problems.ts'
import { readRedirects } from '../../../src/document/redirects.ts'
import { writeContent } from './made-up-content.ts'

const file = 'content/redirects.yaml'
const page = '/press-releases/made-up-release/'

interface Found {
  redirects: readonly (readonly [string, string])[]
  said: string[]
}

/** Reads a register of redirects and checks it, and a link, on a site of some pages. */
function check(
  context: TestContext,
  yaml: string | undefined,
  {
    pages = [page],
    undecided = [],
    link,
  }: { pages?: string[]; undecided?: string[]; link?: string } = {},
): Found {
  const problems = new Problems()
  const redirects = readRedirects(writeContent(context, { [file]: yaml }), problems)
  const links = new LinkIndex(() => false, redirects)
  for (const each of pages) links.add(each)
  for (const each of undecided) links.addUndecided(each)
  if (link !== undefined) links.addLink('/', link, { file: 'made-up.mdx', line: 7, column: 3 })
  links.check(problems)
  return {
    redirects: redirects.map(({ from, to }) => [from, to]),
    said: problems.all.map(({ file, line, what, mend }) => `${file}:${line}: ${what} ${mend}`),
  }
}

test('a site may have no redirects, and a right one is taken', (context) => {
  assert.deepEqual(check(context, undefined), { redirects: [], said: [] })
  assert.deepEqual(check(context, `# Moved.\n/press-releases/old/: ${page}\n`), {
    redirects: [['/press-releases/old/', page]],
    said: [],
  })
})

for (const [name, yaml, what, mend, options] of [
  [
    'to nowhere',
    '\n/old/: /press-releases/made-up-releas/\n',
    ':2: /old/ leads to /press-releases/made-up-releas/, and there is no such page.',
    `Did you mean ${page}?`,
  ],
  [
    'of a publication to a list',
    '/press-releases/old/: /press-releases/\n',
    ':1: /press-releases/old/ was a publication, and /press-releases/ is none.',
    'Lead to the publication that it became; to take one back, keep its file and withdraw it: `npm run new -- withdrawal`.',
    { pages: ['/press-releases/'] },
  ],
  ['to itself', '/old/: /old/\n', ':1: /old/ is redirected to itself.', 'Take the line out.'],
  [
    'from a page that is there',
    `/other/: ${page}\n`,
    ':1: There is a page at /other/, so /other/ cannot lead elsewhere.',
    'Take the line out, or give the page another address.',
    { pages: [page, '/other/'] },
  ],
  [
    'from an address with a page beneath it',
    `/other/: ${page}\n`,
    ':1: There is a page at /other/beneath/, so /other/ cannot lead elsewhere.',
    'Take the line out, or give the page another address.',
    { pages: [page, '/other/beneath/'] },
  ],
  [
    'in two steps',
    `/old/: /older/\n/older/: ${page}\n`,
    ':1: /old/ leads to /older/, which has moved itself.',
    `Write ${page} at once.`,
  ],
] as const satisfies readonly (readonly [string, string, string, string, { pages: string[] }?])[]) {
  test(`a redirect ${name} is an error`, (context) => {
    assert.deepEqual(check(context, yaml, options).said, [`${file}${what} ${mend}`])
  })
}

test('redirects in a circle are an error, each of them', (context) => {
  const { said } = check(context, '/a/: /b/\n/b/: /a/\n')
  assert.equal(said.length, 2)
  for (const each of said) assert.match(each, /moved itself\. Take out one line of the circle\.$/)
})

for (const [name, yaml] of [
  ['without its last slash', `/old: ${page}\n`],
  ['of another site', `/old/: https://made-up.example/\n`],
  ['that climbs out of the site', `/../old/: ${page}\n`],
  ['with a sign that pages must write otherwise', `'/old"><b>/': ${page}\n`],
  ['that no browser reads as a path', `//made-up.example/: ${page}\n`],
] as const) {
  test(`an address ${name} is an error`, (context) => {
    const { redirects, said } = check(context, yaml)
    assert.deepEqual(redirects, [])
    assert.match(said.join(), /^content\/redirects\.yaml:1: .*begins and ends with \//)
  })
}

test('of a page that cannot be read, nothing is said twice', (context) => {
  const undecided = ['/press-releases/unread/']
  assert.deepEqual(check(context, '/old/: /press-releases/unread/\n', { undecided }).said, [])
})

for (const [link, now] of [
  ['/press-releases/old/#part', `${page}#part`],
  ['/press-releases/old/?q=1', `${page}?q=1`],
  ['/press-releases/old', page],
  ['/press-releases/old.pdf', '/press-releases/made-up-release.pdf'],
  ['/press-releases/old/feed.xml', `${page}feed.xml`],
] as const) {
  test(`a link to ${link} is an error that says where it has moved`, (context) => {
    const { said } = check(context, `/press-releases/old/: ${page}\n`, { link })
    assert.deepEqual(said, [
      `made-up.mdx:7: The link ${link} leads to an address that has moved. Write ${now}.`,
    ])
  })
}

test('formats move with releases and plans, and with nothing else', () => {
  const moved = movedAddresses([
    ['/action-plans/old/', '/action-plans/new/'],
    ['/press-releases/merged/', '/a-page/'],
    ['/old-page/', '/a-page/'],
  ])
  assert.equal(
    newAddress(moved, '/action-plans/old-large-print.pdf'),
    '/action-plans/new-large-print.pdf',
  )
  assert.equal(newAddress(moved, '/action-plans/old.png'), '/action-plans/new.png')
  assert.equal(newAddress(moved, '/press-releases/merged.txt'), '/a-page/')
  assert.equal(newAddress(moved, '/old-page.txt'), undefined)
  assert.equal(newAddress(moved, '/action-plans/old-one/'), undefined)
  assert.equal(newAddress(moved, '/action-plans/'), undefined)
})

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { strToU8 } from 'fflate'
import { largestDocument } from '../../../src/attachments/check.ts'
import { limitOfTheCheck, verdictOf } from '../../../src/attachments/findings.ts'
import { checkableKinds } from '../../../src/attachments/kinds.ts'
import { mediaType } from '../../../src/server/media-types.ts'
import { check, openDocumentPackage, packed, resultOf, wordsOf } from './made-up-documents.ts'
import { madePdf, part, showing } from './made-up-pdf.ts'

const folder = join(import.meta.dirname, '../../specimens/content/documents')
/** A document that a real program wrote, with made-up words. */
const real = (name: string) => check(name, readFileSync(join(folder, name)))

test('documents that real programs wrote', async () => {
  const verdicts = {
    'harbour-by-chromium.pdf':
      'Tagged, with a title, a language, headings, described pictures and table headers.',
    'harbour-by-libreoffice.pdf':
      'Tagged, with a title and a language, but headings that skip a level.',
    'harbour-untagged.pdf':
      'Not tagged: a screen reader may read it in the wrong order or not at all.',
    'harbour.docx':
      'It has a title and a language, but headings that skip a level and 1 picture without a description.',
    'harbour.odt':
      'It has a title and a language, but headings that skip a level and 1 picture without a description.',
    'harbour.ods':
      'It has a title and a language, but 1 empty sheet and 1 sheet without a name of its own.',
    'harbour.xlsx':
      'It has a title and a language, but 1 empty sheet and 1 sheet without a name of its own.',
  }
  for (const [name, verdict] of Object.entries(verdicts)) {
    assert.equal((await real(name)).verdict, verdict, name)
  }
})

test('the same bytes give the same result, which is JSON', async () => {
  const once = await real('harbour-by-chromium.pdf')
  assert.deepEqual(await real('harbour-by-chromium.pdf'), once)
  assert.deepEqual(JSON.parse(JSON.stringify(once)), once)
})

test('nothing claims that a document is accessible', async () => {
  const said = JSON.stringify([
    await real('harbour-by-chromium.pdf'),
    await real('harbour.docx'),
    limitOfTheCheck,
  ])
  assert.doesNotMatch(said.replaceAll('tags for accessibility', ''), /accessib/i)
})

test('each kind that can be checked has an address, and is sent as what it is', () => {
  const pages = join(import.meta.dirname, '../../../src/pages/documents')
  assert.deepEqual(
    readdirSync(pages).toSorted(),
    checkableKinds.map(({ ending }) => `[id]${ending}.ts`).toSorted(),
  )
  for (const kind of checkableKinds) {
    assert.equal(mediaType(`a-file${kind.ending}`)?.split(';')[0], kind.mediaType)
  }
})

test('a name that does not say what the file is', async () => {
  const pdf = madePdf({ parts: [part('P', 'Words')] })
  for (const name of ['plan.docx', 'plan.txt', 'plan', 'plan.pdf.zip']) {
    const result = await check(name, pdf)
    assert.equal(result.kind, 'PDF', name)
    assert.equal(resultOf(result, 'file'), 'error', name)
    assert.equal(result.verdict, wordsOf(result, 'file'))
  }
  assert.equal(resultOf(await check('PLAN.PDF', pdf), 'file'), 'passed')
  const text = await check('plan.pdf', strToU8('Only words'))
  assert.match(text.verdict, /^Its name ends in \.pdf, but it is no PDF/)
})

test('an empty file, one that is too large, and one of an unknown kind', async () => {
  assert.equal((await check('plan.pdf', new Uint8Array())).verdict, 'The file is empty.')
  const large = await check('plan.pdf', new Uint8Array(largestDocument + 1))
  assert.match(large.verdict, /^The file is larger than 50 MB/)
  const picture = await check('plan.png', strToU8('\x89PNG'))
  assert.equal(picture.kind, 'file of an unknown kind')
  assert.equal(resultOf(picture, 'file'), 'error')
  const archive = await check('plan.docx', packed({ 'words.txt': 'Words' }))
  assert.match(archive.verdict, /^It is of a kind that this check cannot look into/)
})

test('old kinds of Office, and new ones with a password', async () => {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const old = await check('plan.doc', Uint8Array.from(compound))
  assert.match(old.verdict, /^It is of an old kind/)
  const stream = Buffer.from('EncryptedPackage', 'utf16le')
  const locked = await check('plan.docx', Buffer.concat([Buffer.from(compound), stream]))
  assert.match(locked.verdict, /^It is locked with a password/)
})

test('plain text', async () => {
  const good = await check('boats.csv', strToU8('Boat,Price\nGull,£8\n'))
  assert.equal(good.kind, 'CSV table')
  assert.equal(good.verdict, 'It has text in UTF-8.')
  const latin = await check('boats.csv', Buffer.from('Gull,£8', 'latin1'))
  assert.equal(resultOf(latin, 'encoding'), 'fault')
  const wide = await check('boats.txt', Buffer.from('\ufeffGull', 'utf16le'))
  assert.equal(resultOf(wide, 'encoding'), 'fault')
  const unmarked = await check('boats.txt', Buffer.from('Gull', 'utf16le'))
  assert.equal(resultOf(unmarked, 'encoding'), 'fault')
  assert.equal(resultOf(await check('boats.txt', strToU8(' \n')), 'text'), 'barrier')
  const aboutPdf = await check('notes.txt', strToU8('A PDF begins with %PDF-1.7.'))
  assert.equal(aboutPdf.kind, 'plain text')
})

const odt = (files: Record<string, string>) =>
  check(
    'plan.odt',
    openDocumentPackage({
      mediaType: 'text',
      body: '<office:text><text:p>Words</text:p></office:text>',
      files,
    }),
  )

test('archives that want to do harm', async () => {
  for (const path of ['../plan.xml', '/plan.xml', 'a/../../plan.xml', 'C:/plan.xml', 'a\\b.xml']) {
    assert.match((await odt({ [path]: '' })).verdict, /wants to be elsewhere/, path)
  }
  assert.match((await odt({ 'a..b/c..xml': '' })).verdict, /^It has/)

  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.bin`, '']))
  assert.match((await odt(many)).verdict, /more than 10,000 files/)

  const twice = Buffer.from(packed({ 'a.xml': '<a/>', 'b.xml': '<b/>' }))
  for (let at = twice.indexOf('b.xml'); at >= 0; at = twice.indexOf('b.xml'))
    twice.write('a.xml', at)
  assert.match((await check('plan.odt', twice)).verdict, /two files with one name/)
})

test('an archive that unpacks to more than it says', async () => {
  const zeros = deflateRawSync(Buffer.alloc(64 * 1024 * 1024))
  const entries = ['a.xml', 'b.xml', 'c.xml', 'd.xml', 'e.xml'].map((name) => {
    // The header of a file in a ZIP archive (PKWARE's APPNOTE, section 4.3.7).
    const header = Buffer.alloc(30)
    header.write('PK\x03\x04')
    header.writeUInt16LE(8, 8)
    header.writeUInt32LE(zeros.length, 18)
    header.writeUInt32LE(1000, 22)
    header.writeUInt16LE(name.length, 26)
    return Buffer.concat([header, Buffer.from(name), zeros])
  })
  const bytes = Buffer.concat([...entries, Buffer.from('PK\x05\x06'), Buffer.alloc(18)])
  assert.ok(bytes.length < 1_000_000)
  assert.match((await check('plan.odt', bytes)).verdict, /unpacks to more than 256 MB/)
})

test('XML that names other files or grows', async () => {
  const outside =
    '<!DOCTYPE a [<!ENTITY file SYSTEM "file:///etc/passwd">]><office:document-content>&file;</office:document-content>'
  assert.match((await odt({ 'content.xml': outside })).verdict, /damaged/)
  const growing = '<!DOCTYPE a [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'
  assert.match((await odt({ 'content.xml': growing })).verdict, /damaged/)
  const deep = '<a>'.repeat(200_000) + '</a>'.repeat(200_000)
  assert.match((await odt({ 'content.xml': deep })).verdict, /damaged/)
})

test('archives that were cut off', async () => {
  const whole = readFileSync(join(folder, 'harbour.odt'))
  for (const length of [100, 2000, whole.length - 30]) {
    const result = await check('harbour.odt', whole.subarray(0, length))
    assert.equal(resultOf(result, 'file'), 'error', `${length} bytes`)
  }
})

test('the verdict says first what matters most', async () => {
  const both = await check('plan.docx', madePdf({ untagged: showing('Words') }))
  assert.match(both.verdict, /^Its name ends in/)
  assert.equal(verdictOf([], 'Tagged'), 'Tagged.')
  assert.equal(verdictOf([]), 'It can be opened.')
  const fault = {
    about: 'title',
    passed: false,
    weight: 'fault',
    words: 'It has no title.',
    mend: 'Write one.',
    short: 'no title',
  } as const
  assert.equal(verdictOf([fault], 'Tagged'), 'Tagged, but with no title.')
  assert.equal(verdictOf([fault]), 'It has no title.')
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { imageSize } from 'image-size'
import { text } from '../../../src/document/nodes.ts'
import type { Publication } from '../../../src/document/library.ts'
import { ContentError } from '../../../src/document/problems.ts'
import { socialPicture } from '../../../src/formats/social-picture.ts'
import { pictureProblems, socialPictureInWords } from '../../../src/formats/social-picture-words.ts'
import { read } from '../document/made-up-content.ts'
import { contrast, decode, edges, inkIn, type Pixels } from '../pictures/pixels.ts'
import { context, siteUrl, specimen } from './written.ts'

const site = 'Public Announcements'
const root = join(import.meta.dirname, '..', '..', '..')
const release = read(root, { siteUrl, now: new Date('2020-03-01T12:00:00Z') }).published.get(
  '/press-releases/mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe/',
)
assert.ok(release?.collection === 'press-releases')

const titled = (title: string, lang = 'en-GB'): Publication => ({
  ...release,
  data: { ...release.data, title, lang },
})
const named = (name: string) => ({ ...context, site: { ...context.site, name } })
const write = (publication: Publication, name = site) =>
  socialPicture.write(publication, named(name))
const picture = (publication: Publication) => decode(write(publication))

const longest =
  'Mayor of London and the thirty-two boroughs set out what they will do to keep all young people safe until 2031'
const arabic = 'عمدة لندن يعلن عن برنامج عمل جديد لحماية الأطفال والشباب'
const pictures: [string, Publication][] = [
  ['the release', release],
  ['the longest title', titled(longest)],
  ['the widest title', titled('W'.repeat(110))],
  ['the widest words', titled('WWWWWWWWW '.repeat(11).trim())],
  ['the shortest title', titled('I')],
  ['a Welsh title', titled('Ŵ Ŷ â ê î ô û ŵ ŷ: cynllun newydd i gadw plant yn ddiogel', 'cy')],
  ['an Arabic title', titled(arabic, 'ar')],
  ['a long Arabic title', titled(`${arabic} `.repeat(2).slice(0, 110).trim(), 'ar')],
  ['the specimen release', specimen('/press-releases/specimen-release/')],
  ['the Arabic specimen', specimen('/press-releases/specimen-release-ar/')],
  ['the specimen plan', specimen('/action-plans/specimen-plan/')],
  ['a specimen note', specimen('/notes-to-editors/specimen-note/')],
]

const margin = 72

for (const [name, publication] of pictures) {
  test(`${name} has a picture of 1200 × 630 and at most 25 kB`, () => {
    const file = write(publication)
    const { type, width, height } = imageSize(file)
    assert.deepEqual([type, width, height], ['png', 1200, 630])
    assert.ok(file.length <= 25_000, `${file.length} bytes`)
  })

  test(`the words in the picture of ${name} are inside its margins and inside its bands`, async () => {
    const pixels = await picture(publication)
    const lines = [0, ...edges(pixels), pixels.height]
    let inked = 0
    lines.slice(0, -1).forEach((top, index) => {
      const bottom = lines[index + 1] ?? top
      const ink = inkIn(pixels, top, bottom)
      if (!ink) return
      inked++
      // Some letters, such as W, reach over the line that they stand on by a pixel or two.
      assert.ok(ink.left >= margin - 2, `${ink.left} from the left`)
      assert.ok(ink.right < pixels.width - margin + 2, `${ink.right} from the left`)
      assert.ok(ink.top >= top + 20, `${ink.top - top} from the edge above`)
      assert.ok(ink.bottom < bottom - 20, `${bottom - ink.bottom} from the edge below`)
    })
    assert.ok(inked >= 2)
  })

  test(`every colour that words have in the picture of ${name} has a contrast of 7 or more`, async () => {
    const { width, height, numbers, at } = await picture(publication)
    const used = new Set<string>()
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        const here = y * width + x
        const number = numbers[here]
        // Only the inside of a stroke, three pixels wide: its edges are mixed with the ground.
        const around = [here - 1, here + 1, here - width, here + width]
        if (number === numbers[y * width] || around.some((each) => numbers[each] !== number))
          continue
        used.add(`${at(x, y)} ${at(0, y)}`)
      }
    }
    assert.ok(used.size >= 3)
    for (const pair of used) {
      const [colour = '', ground = ''] = pair.split(' ')
      assert.ok(contrast(colour, ground) >= 7, `${colour} on ${ground}`)
    }
  })
}

/** The edges of the band that holds the title. */
function titleBand(pixels: Pixels): [number, number] {
  const [, top = 0, bottom = pixels.height] = edges(pixels)
  return [top, bottom]
}

const line = (words: string) => [text(words)]
const headed = (kind: string, from: string): Publication => ({
  ...release,
  tree: [{ type: 'titleBlock', title: '', kind, details: [line(`From: ${from}`)] }],
})
const others: [string, string, Uint8Array][] = [
  ['site', 'masthead', write(release, 'Another site')],
  ['kind', 'title', write(headed('Speech', 'Mayor of London'))],
  ['title', 'title', write(titled('Made up'))],
  ['publisher', 'foot', write(headed('Press release', 'Nobody'))],
  ['date', 'foot', write({ ...release, data: { ...release.data, published: '2016-11-26' } })],
]
for (const [what, where, file] of others) {
  test(`another ${what} changes the picture in its ${where}, and nowhere else`, async () => {
    const [one, other] = await Promise.all([picture(release), decode(file)])
    const [top, bottom] = titleBand(one)
    const changed = new Set<string>()
    one.numbers.forEach((number, index) => {
      const y = Math.floor(index / one.width)
      if (number === other.numbers[index]) return
      changed.add(y < top ? 'masthead' : y < bottom ? 'title' : 'foot')
    })
    assert.deepEqual([...changed], [where])
  })
}

test('the longer a title, the smaller its letters, and the more lines it has', async () => {
  const sizes: number[] = []
  const lines: number[] = []
  for (const words of [1, 9, 27]) {
    const pixels = await picture(titled('Mmm '.repeat(words).trim()))
    const [top, bottom] = titleBand(pixels)
    const heights: number[] = []
    for (let row = top; row < bottom; row++) {
      if (!inkIn(pixels, row, row + 1)) continue
      if (inkIn(pixels, row - 1, row)) heights.push((heights.pop() ?? 0) + 1)
      else heights.push(1)
    }
    // The first line is the kind.
    const [, first = 0] = heights
    sizes.push(first)
    lines.push(heights.length - 1)
  }
  assert.deepEqual(
    lines.toSorted((a, b) => a - b),
    lines,
  )
  assert.deepEqual(
    sizes.toSorted((a, b) => b - a),
    sizes,
  )
  assert.equal(new Set(sizes).size, 3)
})

test('a title that is written from the right is set from the right, with all that goes with it', async () => {
  const right = await picture(titled('عمدة لندن', 'ar'))
  const left = await picture(titled('Short title'))
  const bands = (pixels: Pixels) => [0, ...edges(pixels), pixels.height]
  bands(right).forEach((top, index, all) => {
    const ink = inkIn(right, top, all[index + 1] ?? top)
    if (ink) assert.ok(ink.right > 1200 - margin - 8 && ink.left > margin + 50, JSON.stringify(ink))
  })
  bands(left).forEach((top, index, all) => {
    const ink = inkIn(left, top, all[index + 1] ?? top)
    if (ink) assert.ok(ink.left < margin + 8 && ink.right < 1200 - margin - 50, JSON.stringify(ink))
  })
})

test('Arabic letters are joined, and what ends a sentence stands at its left', async () => {
  const width = async (title: string) => {
    const pixels = await picture(titled(title, 'ar'))
    const ink = inkIn(pixels, titleBand(pixels)[0] + 90, titleBand(pixels)[1])
    assert.ok(ink)
    return ink.right - ink.left
  }
  // The joiner that forbids joining stands between the letters of the second.
  const apart = 'سيسيسي'.replaceAll(/(?=.)(?<=.)/gu, '\u200c')
  assert.ok((await width(apart)) > 1.2 * (await width('سيسيسي')))
  const [plain, asked] = await Promise.all(
    ['لندن', 'لندن!!!!'].map((title) => picture(titled(title, 'ar'))),
  )
  assert.ok(plain && asked)
  // What begins the sentence is where it was, but for fractions of a pixel.
  const [counts, [top, bottom]] = [{ inked: 0, changed: 0 }, titleBand(plain)]
  for (let y = top; y < bottom; y++) {
    for (let x = 1040; x < 1200; x++) {
      const [before, after] = [plain, asked].map(({ at }) => contrast(at(x, y), at(0, y)) > 4)
      if (before) counts.inked++
      if (before !== after) counts.changed++
    }
  }
  assert.ok(counts.inked > 1000 && counts.changed < counts.inked / 10, JSON.stringify(counts))
})

test('another process makes the same bytes, whatever its language and time zone', () => {
  const program = `
    import { createHash } from 'node:crypto'
    import { readLibrary } from './src/document/library.ts'
    import { formatContext } from './src/formats/context.ts'
    import { socialPicture } from './src/formats/social-picture.ts'
    const context = formatContext('.', '${siteUrl}')
    const hash = createHash('sha256')
    readLibrary({
      root: './tests/specimens',
      siteUrl: '${siteUrl}',
      now: new Date('2020-03-01T12:00:00Z'),
      publish: (publication) => hash.update(socialPicture.write(publication, context)),
    })
    console.log(hash.digest('hex'))`
  const hash = createHash('sha256')
  for (const publication of read(join(root, 'tests/specimens'), {
    siteUrl,
    now: new Date('2020-03-01T12:00:00Z'),
  }).published.values()) {
    hash.update(write(publication))
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '--eval', program],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', TZ: 'Pacific/Kiritimati' },
    },
  )
  assert.equal(stdout.trim(), hash.digest('hex'), stderr)
})

test('a character that no font has is an error that names it and the publication', () => {
  const wrong = titled('Good 字 news')
  assert.throws(
    () => write(wrong),
    (error) => {
      assert.ok(error instanceof ContentError)
      assert.match(error.message, new RegExp(`^${RegExp.escape(release.file)}:1:1: error: `))
      assert.match(error.message, /“Good 字 news”.*“字” \(U\+5B57\): no font has it\./)
      return true
    },
  )
  assert.equal(pictureProblems(titled('字 語 字'), site).length, 2)
  assert.deepEqual(pictureProblems(release, site), [])
  assert.equal(pictureProblems(release, 'Site 字').length, 1)
})

test('spaces of every kind, joiners and accents put on later are no errors', () => {
  assert.deepEqual(
    pictureProblems(titled('5\u202f% of\u2009the\u00a0cafe\u0301s\u00ad\u200b\u2060'), site),
    [],
  )
})

test('the words of the picture say all that it shows', () => {
  const inWords = (publication: Publication) => socialPictureInWords.write(publication, named(site))
  assert.equal(
    inWords(release),
    'Press release. Mayor to oversee change in Met’s approach to keeping children safe. From: Mayor of London. 25 November 2016. Public Announcements.',
  )
  assert.equal(
    inWords(specimen('/action-plans/specimen-plan/')),
    'Action plan. Specimen <plan> & "actions". Owner: Ada <Specimen> O\'Made-Up, Ministry of Specimens & Samples <Made Up>. 15 January 2020. Public Announcements.',
  )
  assert.equal(
    inWords(specimen('/notes-to-editors/second-specimen-note/')),
    'Note to editors. Does it end with a question? 15 January 2020. Public Announcements.',
  )
})

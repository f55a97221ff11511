import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { imageSize } from 'image-size'
import { drawFavicon, drawIcon, drawing, icons } from '../../../src/pictures/icons.ts'
import { contrast, decode, type Pixels } from './pixels.ts'

const [ground, ink] = ['#115555', '#ffffff']

/** The colour of the drawing's point, in its own units of eight to a side. */
const colourAt = ({ width, at }: Pixels, x: number, y: number, share = 1): string => {
  const pixel = (unit: number) => Math.floor((((unit - 4) * share + 4) * width) / 8)
  return at(pixel(x), pixel(y))
}

test('the icon inside the pages is the same drawing', () => {
  const layout = readFileSync(join(import.meta.dirname, '../../../src/layouts/Page.astro'), 'utf8')
  const [, address = ''] = /href="data:image\/svg\+xml,([^"]*)"/.exec(layout) ?? []
  assert.equal(decodeURIComponent(address), drawing)
})

for (const icon of icons) {
  test(`${icon.name} has its size and shows the drawing on an opaque ground`, async () => {
    const file = await drawIcon(icon)
    const { type, width, height } = imageSize(file)
    assert.deepEqual([type, width, height], ['png', icon.size, icon.size])
    const pixels = await decode(file)
    const share = icon.purpose === 'maskable' ? 0.8 : 1
    for (const [x, y] of [
      [2.1, 2.5],
      [5.9, 2.5],
      [4, 4],
      [2.1, 5.5],
      [3.9, 5.5],
    ] as const) {
      assert.equal(colourAt(pixels, x, y, share), ink, `${x}, ${y}`)
    }
    for (const [x, y] of [
      [0, 0],
      [7.99, 7.99],
      [4, 3.25],
      [1.8, 4],
      [4.5, 5.5],
    ] as const) {
      assert.equal(colourAt(pixels, x, y, share), ground, `${x}, ${y}`)
    }
    assert.deepEqual(await drawIcon(icon), file)
  })
}

test('what is drawn on a maskable icon is inside the circle that every device shows', async () => {
  const [icon] = icons.filter(({ purpose }) => purpose === 'maskable')
  assert.ok(icon)
  const { width, at } = await decode(await drawIcon(icon))
  let inked = 0
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      if (at(x, y) === ground) continue
      inked++
      assert.ok(Math.hypot(x - width / 2, y - width / 2) <= 0.4 * width, `${x}, ${y}`)
    }
  }
  assert.ok(inked > 1000)
})

test('the lines of the icon can be told from its ground', () => {
  assert.ok(contrast(ink, ground) >= 7)
})

test('favicon.ico holds the icon in three sizes', async () => {
  const file = Buffer.from(await drawFavicon())
  assert.deepEqual([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)], [0, 1, 3])
  const sizes: number[] = []
  let end = 6 + 3 * 16
  for (let entry = 6; entry < 6 + 3 * 16; entry += 16) {
    const [length, offset] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)]
    assert.equal(offset, end)
    end += length
    const pixels = await decode(file.subarray(offset, end))
    assert.deepEqual([pixels.width, pixels.height], [file[entry], file[entry + 1]])
    assert.equal(colourAt(pixels, 4, 4), ink)
    assert.equal(colourAt(pixels, 0, 0), ground)
    sizes.push(pixels.width)
  }
  assert.deepEqual(sizes, [16, 32, 48])
  assert.equal(end, file.length)
  assert.equal(imageSize(file).type, 'ico')
})

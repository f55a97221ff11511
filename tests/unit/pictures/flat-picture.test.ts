import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FlatPicture } from '../../../src/pictures/flat-picture.ts'
import { decode } from './pixels.ts'

/** Ink that covers a row of pixels more and more. */
const ink = (...coverage: number[]) => ({
  data: new Uint8ClampedArray(coverage.flatMap((each) => [0, 0, 0, each])),
  width: coverage.length,
  height: 1,
})

async function row(picture: FlatPicture, y: number): Promise<string[]> {
  const { width, at } = await decode(picture.toPng())
  return Array.from({ length: width }, (_, x) => at(x, y))
}

test('what is filled has its colour, and the rest keeps its own', async () => {
  const picture = new FlatPicture(4, 3)
  picture.clear('#ffffff')
  picture.fill(1, 1, 2, 1, '#123456')
  assert.deepEqual(await row(picture, 0), Array(4).fill('#ffffff'))
  assert.deepEqual(await row(picture, 1), ['#ffffff', '#123456', '#123456', '#ffffff'])
  assert.deepEqual(await row(picture, 2), Array(4).fill('#ffffff'))
})

test('ink covers the ground as much as it says', async () => {
  const picture = new FlatPicture(5, 1)
  picture.clear('#ffffff')
  picture.stamp(ink(0, 64, 128, 255), 1, 0, '#000000', '#ffffff')
  assert.deepEqual(await row(picture, 0), ['#ffffff', '#ffffff', '#bfbfbf', '#808080', '#000000'])
})

test('ink over an edge is cut off there', async () => {
  const picture = new FlatPicture(2, 2)
  picture.clear('#ffffff')
  for (const [x, y] of [
    [-1, 0],
    [1, 1],
    [0, -1],
    [0, 2],
  ] as const) {
    picture.stamp(ink(255, 255), x, y, '#000000', '#ffffff')
  }
  assert.deepEqual(await row(picture, 0), ['#000000', '#ffffff'])
  assert.deepEqual(await row(picture, 1), ['#ffffff', '#000000'])
})

test('a picture that is begun anew has nothing of the one before', () => {
  const picture = new FlatPicture(3, 2)
  picture.clear('#ffffff')
  picture.stamp(ink(255, 99, 255), 0, 0, '#aa0000', '#ffffff')
  picture.clear('#00ff00')
  const fresh = new FlatPicture(3, 2)
  fresh.clear('#00ff00')
  assert.deepEqual(picture.toPng(), fresh.toPng())
})

test('more colours than a byte can number are refused', () => {
  const picture = new FlatPicture(1, 1)
  const colour = (number: number) => `#0000${number.toString(16).padStart(2, '0')}`
  for (let number = 0; number < 256; number++) picture.fill(0, 0, 1, 1, colour(number))
  assert.throws(() => {
    picture.fill(0, 0, 1, 1, '#ffffff')
  }, RangeError)
})

import assert from 'node:assert/strict'
import { createCanvas, loadImage } from '@napi-rs/canvas'

/** A decoded picture. */
export interface Pixels {
  width: number
  height: number
  /** Each pixel as one number, row by row. */
  numbers: Uint32Array
  /** The colour of a pixel as #rrggbb. */
  at: (x: number, y: number) => string
}

/** Decodes a picture with a library that had no part in encoding it. */
export async function decode(file: Uint8Array): Promise<Pixels> {
  const image = await loadImage(Buffer.from(file))
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const numbers = new Uint32Array(data.buffer, data.byteOffset, width * height)
  return {
    width,
    height,
    numbers,
    at: (x, y) => {
      const pixel = Buffer.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4))
      assert.equal(pixel[3], 255, 'opaque')
      return `#${pixel.toString('hex', 0, 3)}`
    },
  }
}

/** Where ink is: pixels that differ from the ground, which is the first pixel of each row. */
export interface InkBox {
  left: number
  right: number
  top: number
  bottom: number
}

/** @returns the box round all ink in some rows, or undefined where there is none */
export function inkIn({ width, numbers }: Pixels, from: number, to: number): InkBox | undefined {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (let y = from; y < to; y++) {
    const row = numbers.subarray(y * width, (y + 1) * width)
    for (let x = 1; x < width; x++) {
      if (row[x] === row[0]) continue
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  }
  return box.left === Infinity ? undefined : box
}

/** Rows where the ground changes: the edges of a picture's bands. */
export function edges({ height, at }: Pixels): number[] {
  return Array.from({ length: height - 1 }, (_, index) => index + 1).filter(
    (y) => at(0, y) !== at(0, y - 1),
  )
}

/** The contrast of two colours, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [...Buffer.from(colour.slice(1), 'hex')].map((byte) => {
    const share = byte / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

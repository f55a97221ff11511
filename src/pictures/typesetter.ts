import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { directionOf } from '../document/languages.ts'
import type { Ink } from './flat-picture.ts'
import { fonts } from './fonts.ts'

export interface Face {
  weight: 400 | 700
  /** Language of the words: it chooses shapes of letters and the direction. */
  lang: string
}

/** A line of words as ink. */
export interface SetLine extends Ink {
  /** How far the ink reaches to the left of the point where the line begins. */
  left: number
  /** How far it reaches above the baseline. */
  above: number
  /** From where the line begins to where it ends, in pixels. */
  advance: number
}

/** Large enough for any line of a picture of 1200 pixels. */
const [width, height] = [1200, 200]
let context: SKRSContext2D | undefined

function drawing(): SKRSContext2D {
  if (context) return context
  for (const [name, files] of Object.entries(fonts)) {
    for (const file of files) {
      if (!GlobalFonts.registerFromPath(file, name)) throw new Error(`${file} is no font.`)
    }
  }
  context = createCanvas(width, height).getContext('2d')
  return context
}

const families = Object.keys(fonts)
  .map((name) => `'${name}'`)
  .join(', ')

function use({ weight, lang }: Face, size: number): SKRSContext2D {
  const drawn = drawing()
  drawn.font = `${weight} ${size}px ${families}`
  // Without a language, or with the machine's own, shapes would differ from machine to machine.
  drawn.lang = lang
  drawn.direction = directionOf(lang)
  drawn.textAlign = 'left'
  return drawn
}

/**
 * How wide words are in a face.
 * @returns gives their width in ems: times the size of the type, it is in pixels. To be used
 * before anything else is set.
 */
export function measureIn(face: Face): (words: string) => number {
  const size = 100
  const drawn = use(face, size)
  return (words) => drawn.measureText(words).width / size
}

/**
 * Sets a line.
 * @param size of the type, in pixels
 */
export function setLine(words: string, face: Face, size: number): SetLine {
  const drawn = use(face, size)
  const box = drawn.measureText(words)
  const left = Math.ceil(box.actualBoundingBoxLeft) + 1
  const above = Math.ceil(box.actualBoundingBoxAscent) + 1
  // Small areas are read back, because reading costs more than drawing.
  const inkWidth = Math.min(width, left + Math.ceil(box.actualBoundingBoxRight) + 1)
  const inkHeight = Math.min(height, above + Math.ceil(box.actualBoundingBoxDescent) + 1)
  drawn.clearRect(0, 0, inkWidth, inkHeight)
  drawn.fillText(words, left, above)
  const { data } = drawn.getImageData(0, 0, inkWidth, inkHeight)
  return { data, width: inkWidth, height: inkHeight, left, above, advance: box.width }
}

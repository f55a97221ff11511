import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Made-up press releases for measuring and for tests; never for content/. Each says of itself
 * that it is made up. The same number always gives the same texts.
 */

const subjects = ['Lantern', 'Harbour', 'Orchard', 'Meadow', 'Bridge', 'Garden', 'Tower', 'River']
const doings = ['opens', 'closes', 'moves', 'grows', 'rests', 'turns', 'waits', 'sings']
const words =
  'the made up committee of the invented borough says that its imaginary lantern will be lit each evening and that nobody who reads this should take it for news because every word of it was put together by a program for measuring how long a build takes'.split(
    ' ',
  )

/** A small generator of numbers that is the same on every machine (Lehmer, 1951). */
function* numbers(seed: number): Generator<number, never> {
  let state = (seed % 2147483646) + 1
  for (;;) {
    state = (state * 48271) % 2147483647
    yield state
  }
}

/**
 * Writes releases into content/press-releases/<year>/ of a copy of the project.
 * @param root the copy's folder.
 * @param count how many; they are spread over the years 2000 to 2015.
 */
export function writeMadeUpReleases(root: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const day = new Date(Date.UTC(2000, 0, 1 + Math.floor((index * 5800) / count)))
    const date = day.toISOString().slice(0, 10)
    const folder = join(root, 'content', 'press-releases', date.slice(0, 4))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `made-up-${index}.mdx`), release(index, date))
  }
}

function release(index: number, date: string): string {
  const random = numbers(index)
  const pick = <T>(from: readonly T[]): T | undefined => from[random.next().value % from.length]
  const sentence = () => {
    const length = 12 + (random.next().value % 16)
    const text = Array.from({ length }, () => pick(words)).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const paragraph = () => Array.from({ length: 4 }, sentence).join(' ')
  const title = `Made-up ${pick(subjects) ?? ''} ${pick(doings) ?? ''} for the ${index}th time`
  return `---
title: ${title}
summary: A made-up release, number ${index}, for measuring.
kind: press-release
published: ${date}
state: published
from: [mayor-of-london]
mentions:
  - organisation: hmic
---

${paragraph()}

${paragraph()}

- ${sentence()}
- ${sentence()}
- ${sentence()}

## ${pick(subjects) ?? ''} number ${index}

${paragraph()} See [the newest press releases](/press-releases/).

> ${sentence()}

${paragraph()}
`
}

import { isHeard } from '../in-page/dom.ts'
import {
  countsUp,
  markerOf,
  writtenLines,
  type Marker,
} from '../in-page/structure/lines-of-text.ts'
import { blocksOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const FEWEST: Readonly<Record<Marker, number>> = { bullet: 2, dash: 3, number: 2 }

export const fakeList: PageRule = {
  id: 'fake-list',
  level: 'error',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F2',
  meets:
    'It looks like a list and is none: nobody hears how many items there are, nor can skip it.',
  mend: 'Use <ul> or <ol> with an <li> for each item.',
  *find(): Iterable<FaultyElement> {
    const seen = new Set<Element>()
    for (const { element } of blocksOfPage()) {
      if (
        !isHeard(element) ||
        element.closest('pre, code, textarea, select, [role=img], [role=list], [role=log]')
      )
        continue
      const isItem = element.closest('li, dd, dt, th') !== null
      // One line each: the paragraphs of a row make the list.
      const own = writtenLines(element)
      const isRow = own.length === 1 && !isItem
      const holder = isRow ? element.parentElement : element
      if (!holder || seen.has(holder)) continue
      seen.add(holder)
      const fault = faultOf(isRow ? linesOfChildren(holder) : own)
      if (fault) yield { element: holder, ...fault }
    }
  },
}

function linesOfChildren(holder: Element): string[] {
  return [...holder.children].flatMap((child) =>
    /^(p|div|span|font|b)$/.test(child.localName) ? (writtenLines(child)[0] ?? '') : '',
  )
}

function faultOf(lines: readonly string[]): Pick<FaultyElement, 'detail' | 'level'> | undefined {
  for (const kind of ['bullet', 'dash', 'number'] as const) {
    for (const run of runsOf(lines, kind)) {
      if (run.length < FEWEST[kind] || (kind === 'number' && !countsUp(run))) continue
      const detail = `${run.length} lines begin like “${run[0]?.slice(0, 30) ?? ''}”.`
      // Dashes also begin what people say, and numbers the paragraphs of a judgment.
      const isUnsure = kind !== 'bullet' && run.some((line) => line.length > 160)
      return kind === 'dash' || isUnsure ? { detail, level: 'manual' } : { detail }
    }
  }
  return undefined
}

function runsOf(lines: readonly string[], kind: Marker): string[][] {
  const runs: string[][] = [[]]
  for (const line of lines) {
    if (markerOf(line) === kind) runs.at(-1)?.push(line)
    else runs.push([])
  }
  return runs
}

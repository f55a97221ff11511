import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import * as z from 'zod'
import { nodesIn, wordsOf, type Sentence, type Spoken } from './spoken.ts'

/** The tests in which something is wrong, and that say what must be said of it. */
const specimens = [
  'tests/unit/problems/said-of-*.test.ts',
  'tests/unit/document/{problems-in-*,attachments,redirects,second-parser}.test.ts',
  'tests/unit/attachments/check-{pdf,spreadsheet,word}.test.ts',
  'tests/unit/subeditor/remarks.test.ts',
]

/** What V8 writes of a process: https://v8.dev/blog/javascript-code-coverage */
const coverage = z.object({
  result: z.array(
    z.object({
      url: z.string(),
      functions: z.array(
        z.object({
          ranges: z.array(
            z.object({ startOffset: z.number(), endOffset: z.number(), count: z.number() }),
          ),
        }),
      ),
    }),
  ),
})
type Ranges = z.infer<typeof coverage>['result'][number]['functions'][number]['ranges']

/**
 * Runs the specimens, all in one process, and sees which code they reach.
 * @returns whether a place was reached. Types are blanked out in place, so places stay as they are.
 */
export function runSpecimens(): (place: Spoken) => boolean {
  const folder = mkdtempSync(join(tmpdir(), 'specimens-'))
  try {
    const files = globSync(specimens).toSorted()
    spawnSync(process.execPath, ['--test', '--test-isolation=none', ...files], {
      // Without the last, the runner takes itself for one that this test started.
      env: { ...process.env, NODE_V8_COVERAGE: folder, NODE_TEST_CONTEXT: undefined },
      stdio: 'ignore',
    })
    const runs = readdirSync(folder).map((name) => rangesOf(join(folder, name)))
    return ({ file, start }) => {
      const url = pathToFileURL(file).href
      return runs.some((ranges) => countAt(start, ranges.get(url) ?? []) > 0)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function rangesOf(path: string): Map<string, Ranges> {
  const { result } = coverage.parse(JSON.parse(readFileSync(path, 'utf8')))
  return new Map(
    result.map(({ url, functions }) => [url, functions.flatMap(({ ranges }) => ranges)]),
  )
}

/** How often the code at a character ran: the innermost of the ranges round it says so. */
function countAt(character: number, ranges: Ranges): number {
  const around = ranges.filter(
    ({ startOffset, endOffset }) => startOffset <= character && character < endOffset,
  )
  const [innermost] = around.toSorted(
    (a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset),
  )
  return innermost?.count ?? 0
}

/** @returns whether the tests have a sentence, with anything in the place of what is filled in. */
export function readTests(): (sentence: Sentence) => boolean {
  const texts = globSync('tests/**/*.test.ts').flatMap(textsIn).join(end)
  return ({ parts }) =>
    new RegExp(parts.map((part) => RegExp.escape(part.trim())).join(`[^${end}]*?`)).test(texts)
}

/** Behind each text of a test, where no sentence goes on. */
const end = '\u{1}'

function textsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  return [...nodesIn(source)].flatMap((node) => {
    // What a test matches against is the words, with signs that must be escaped.
    if (ts.isRegularExpressionLiteral(node)) return node.text.replace(/\\(.)/g, '$1')
    return wordsOf(node)?.join('…') ?? []
  })
}

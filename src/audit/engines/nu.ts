import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Fault, RuleFacts } from '../rule.ts'

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')

/** What the Nu Html Checker says. Not an error: WCAG 2.2 has no criterion for valid markup any more. */
export const nuRule: RuleFacts = {
  id: 'nu/markup',
  level: 'warn',
  criteria: [],
  source: 'https://validator.github.io/validator/',
  meets: 'Browsers and assistive technology mend broken markup, each in its own way.',
  mend: 'Write the markup as the HTML standard has it.',
}

const answer = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      url: z.string().optional(),
      message: z.string(),
      extract: z.string().optional(),
      lastLine: z.number().optional(),
      lastColumn: z.number().optional(),
    }),
  ),
})

/** Whether there is a Java to run the checker with. */
export function isNuHere(): boolean {
  return spawnSync('java', ['-version']).status === 0
}

/**
 * Reads pages with the Nu Html Checker, all in one process, because Java takes long to start.
 *
 * @param pages the HTML of each, as its server sends it
 * @returns faults of each page, in the same order
 */
export async function faultsOfNu(pages: readonly string[]): Promise<Fault[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'audit-nu-'))
  try {
    await Promise.all(pages.map((html, place) => writeFile(join(folder, `${place}.html`), html)))
    const options = ['-jar', jar, '--exit-zero-always', '--stdout', '--format', 'json', folder]
    const { stdout } = await promisify(execFile)('java', options, { maxBuffer: 1 << 28 })
    const { messages } = answer.parse(JSON.parse(stdout))
    return pages.map((_, place) => messages.filter((message) => isOf(message, place)).map(faultOf))
  } finally {
    await rm(folder, { recursive: true })
  }
}

type Message = z.infer<typeof answer>['messages'][number]

/** Of style sheets it knows a state of some years ago: container queries are mistakes to it. */
function isOf({ url = '', message }: Message, place: number): boolean {
  return url.endsWith(`/${place}.html`) && !message.startsWith('CSS: ')
}

function faultOf(message: Message): Fault {
  const { lastLine = 0, lastColumn = 0, extract = '' } = message
  return {
    rule: nuRule.id,
    selector: `line ${lastLine}, column ${lastColumn}`,
    snippet: extract.replace(/\s+/g, ' ').trim(),
    detail: `${message.message.replace(/\.$/, '')}.`,
  }
}

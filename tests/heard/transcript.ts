import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTwoFilesPatch } from 'diff'

/**
 * Compares what was heard with the file that a person has read and found good. Run with
 * WRITE_GOLDEN=1 after a change that is meant, and read what changed.
 *
 * @param name of the file in the folder transcripts
 */
export function assertTranscript(name: string, lines: string[]): void {
  const file = join(import.meta.dirname, 'transcripts', `${name}.txt`)
  const heard = `${lines.join('\n')}\n`
  if (process.env.WRITE_GOLDEN) writeFileSync(file, heard)
  const good = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (heard === good) return
  const patch = createTwoFilesPatch('found good', 'heard now', good, heard, '', '', { context: 2 })
  assert.fail(`${name} is not what it was:\n${patch}`)
}

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import type { Format } from '../../../src/formats/writers.ts'
import { addresses, context, real, specimen } from './written.ts'

const isOffered = (address: string) => /^\/(?:press-releases|action-plans)\/./.test(address)

/** A digest of every release and plan, the real ones and the specimens, in a format. */
export function digestOf(format: Format<string | Uint8Array>): string {
  const hash = createHash('sha256')
  for (const [address, publication] of real.published) {
    if (isOffered(address)) hash.update(format.write(publication, real.context))
  }
  for (const address of addresses.filter(isOffered)) {
    hash.update(format.write(specimen(address), context))
  }
  return hash.digest('hex')
}

/**
 * The same, made by another process, for which it is another day in another language.
 * @param file from src/formats on, such as 'epub/epub.ts'
 * @param name what the file exports the format as
 */
export function digestElsewhere(file: string, name: string): string {
  const formats = import.meta.resolve('../../../src/formats/')
  const program = `
    import { digestOf } from ${JSON.stringify(import.meta.url)}
    import { ${name} } from ${JSON.stringify(formats + file)}
    process.stdout.write(digestOf(${name}))`
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', program],
    {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', TZ: 'Pacific/Kiritimati' },
    },
  )
  assert.notEqual(stdout, '', stderr)
  return stdout
}

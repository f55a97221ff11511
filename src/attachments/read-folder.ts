import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { ATTACHMENTS, type Attachment, type Attachments } from '../document/attachments.ts'
import { checkDocument } from './check.ts'

const attachment: z.ZodType<Attachment> = z.strictObject({
  kind: z.string(),
  bytes: z.int(),
  extent: z.strictObject({ count: z.int(), unit: z.enum(['page', 'sheet', 'slide']) }).optional(),
  verdict: z.string(),
  checkedOn: z.string(),
  faults: z.array(
    z.strictObject({
      weight: z.enum(['error', 'barrier', 'fault', 'remark']),
      words: z.string(),
      mend: z.string(),
    }),
  ),
  digest: z.string(),
})
const memory = z.strictObject({ version: z.string(), checks: z.array(attachment) })

/**
 * Checks every file of content/documents/.
 * @param root the folder that holds content/
 * @param today the day in London, such as 2026-11-26
 * @param cache the folder in which to keep what was found, so that no file is looked through twice
 */
export async function readAttachments(
  root: string,
  today: string,
  cache?: string,
): Promise<Attachments> {
  const folder = join(root, 'content', ATTACHMENTS)
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : []
  const found = new Map<string, Attachment>()
  if (names.length === 0) return found
  const version = versionOf()
  const known = cache === undefined ? [] : remembered(cache, version)
  for (const name of names.filter((each) => !each.startsWith('.'))) {
    const bytes = readFileSync(join(folder, name))
    // The name too, because its ending is checked.
    const digest = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex')
    const kept = known.find((each) => each.digest === digest)
    found.set(`/${ATTACHMENTS}/${name}`, kept ?? (await check(name, bytes, digest, today)))
  }
  if (cache !== undefined) remember(cache, { version, checks: [...found.values()] })
  return found
}

async function check(
  name: string,
  bytes: Uint8Array,
  digest: string,
  checkedOn: string,
): Promise<Attachment> {
  const { kind, extent, verdict, findings } = await checkDocument(name, bytes)
  const faults = findings.flatMap((finding) => {
    if (finding.passed) return []
    const { weight, words, mend } = finding
    return [{ weight, words, mend }]
  })
  return { kind, bytes: bytes.length, extent, verdict, checkedOn, faults, digest }
}

const memoryFile = (cache: string) => join(cache, 'checks.json')

/** What was found before; nothing when that cannot be read, or when the checks were others. */
function remembered(cache: string, version: string): Attachment[] {
  const file = memoryFile(cache)
  if (!existsSync(file)) return []
  try {
    const { data } = memory.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return data?.version === version ? data.checks : []
  } catch {
    return []
  }
}

function remember(cache: string, found: z.infer<typeof memory>): void {
  mkdirSync(cache, { recursive: true })
  writeFileSync(memoryFile(cache), JSON.stringify(found))
}

/** Names the checks, and the libraries that they are done with. */
function versionOf(): string {
  const folder = import.meta.dirname
  const lock = readFileSync(join(folder, '..', '..', 'package-lock.json'))
  const hash = createHash('sha256').update(lock)
  for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex')
}

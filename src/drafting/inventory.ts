import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod'
import { readFolder, type ContentFile, type folders } from '../document/content-files.ts'
import { describeProblem, Problems } from '../document/problems.ts'
import { readRegisters } from '../document/registers.ts'
import type { Registers } from '../document/references.ts'
import * as schemas from '../document/schemas.ts'
import { readStructuredData } from '../document/structured-data.ts'
import { Refusal } from './refusal.ts'

/** A file of content/ and what its front matter says; undefined when that cannot be read. */
export interface Filed<T> {
  id: string
  file: string
  front: T | undefined
}
export type Publication = Filed<schemas.PressRelease | schemas.ActionPlan>

/** What there is already: what a draft can refer to, and the ids that are taken. */
export interface Inventory extends Pick<
  Registers,
  'people' | 'organisations' | 'documents' | 'topics' | 'site'
> {
  readonly root: string
  /** The site's origin, with no slash at its end. */
  readonly siteUrl: string
  readonly now: Date
  readonly releases: ReadonlyMap<string, Filed<schemas.PressRelease>>
  readonly plans: ReadonlyMap<string, Filed<schemas.ActionPlan>>
  readonly notes: ReadonlyMap<string, Filed<schemas.NoteToEditors>>
  readonly updates: ReadonlyMap<string, Filed<schemas.Update>>
  /** The text of a file, byte for byte. @param file its path from the root */
  readonly textOf: (file: string) => string
}

/**
 * @param root the folder that holds content/
 * @throws {Refusal} when a register cannot be read: a reference to it could not be checked
 */
export function takeInventory(root: string, siteUrl: string, now: Date): Inventory {
  const problems = new Problems()
  const registers = readRegisters(root, new Map(), problems)
  if (!registers) {
    throw new Refusal(problems.errors.map(describeProblem).join('\n'), 'Mend this first.', 1)
  }
  const { people, organisations, documents, topics, site } = registers
  return {
    ...{ root, siteUrl, now, people, organisations, documents, topics, site },
    releases: read(root, 'press-releases', schemas.pressRelease),
    plans: read(root, 'action-plans', schemas.actionPlan),
    notes: read(root, 'notes-to-editors', schemas.noteToEditors),
    updates: read(root, 'updates', schemas.update),
    textOf: (file) => readFileSync(join(root, file), 'utf8'),
  }
}

/** What is wrong with the files themselves is for `npm run check` to say. */
function read<T>(
  root: string,
  folder: (typeof folders)[number],
  schema: z.ZodType<T>,
): Map<string, Filed<T>> {
  const found = new Map<string, Filed<T>>()
  const unread = (id: string) => {
    found.set(id, { id, file: `content/${folder}/${id}.mdx`, front: undefined })
  }
  for (const file of readFolder(root, folder, new Problems(), unread)) {
    found.set(file.id, { id: file.id, file: file.file, front: frontOf(file, schema) })
  }
  return found
}

function frontOf<T>({ frontMatter, file }: ContentFile, schema: z.ZodType<T>): T | undefined {
  return readStructuredData(schema, frontMatter, file, new Problems())?.value
}

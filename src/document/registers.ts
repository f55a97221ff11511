import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod'
import type { Attachments } from './attachments.ts'
import { readText } from './content-files.ts'
import { pictureSize } from './pictures.ts'
import type { Problems } from './problems.ts'
import type { Registers } from './references.ts'
import * as schemas from './schemas.ts'
import { readStructuredData, type StructuredData } from './structured-data.ts'

/**
 * Reads the YAML files of content/.
 * @param attachments the documents of content/documents/
 * @returns undefined when one of them has errors; they are in `problems`.
 */
export function readRegisters(
  root: string,
  attachments: Attachments,
  problems: Problems,
): Registers | undefined {
  const readWithPlaces = <T>(name: string, schema: z.ZodType<T>): StructuredData<T> | undefined => {
    const file = `content/${name}.yaml`
    const text = readText(root, file, problems)
    if (text === undefined) return undefined
    return readStructuredData(schema, text, file, problems)
  }
  const read = <T>(name: string, schema: z.ZodType<T>) => readWithPlaces(name, schema)?.value
  const people = read('people', schemas.people)
  const organisations = read('organisations', schemas.organisations)
  const documents = readWithPlaces('documents', schemas.documents)
  const topics = read('topics', schemas.topics)
  const glossary = read('glossary', schemas.glossary)
  const knownIssues = read('known-issues', schemas.knownIssues)
  const site = read('site', schemas.site)
  // Its page reads it for itself; what is wrong with it is said here.
  if (existsSync(join(root, 'content', 'format-requests.yaml'))) {
    read('format-requests', schemas.formatRequests)
  }
  const hasAudit = existsSync(join(root, 'content', 'audit.yaml'))
  const auditResult = hasAudit ? read('audit', schemas.auditResult) : undefined
  if (hasAudit && !auditResult) return undefined
  if (!people || !organisations || !documents || !topics || !glossary || !knownIssues || !site) {
    return undefined
  }
  return {
    people: new Map(Object.entries(people)),
    organisations: new Map(Object.entries(organisations)),
    documents: new Map(Object.entries(documents.value)),
    placeInDocuments: documents.place,
    attachments,
    topics: new Map(Object.entries(topics)),
    glossary,
    knownIssues,
    auditResult,
    site,
    picture: (src) => pictureSize(root, src),
  }
}

/** Whether public/ has a file with an address. */
export function isPublicFile(root: string, address: string): boolean {
  if (address.includes('..')) return false
  const path = join(root, 'public', address)
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

import { join } from 'node:path'
import { readLibrary, type Publication } from '../src/document/library.ts'
import { partsOf } from '../src/document/walk.ts'
import type { NodeOf } from '../src/document/vocabulary.ts'
import { formatContext } from '../src/formats/context.ts'
import { offered } from '../src/document/offered-formats.ts'
import { formatsOf } from '../src/formats/index.ts'

/** What one format of one publication costs in a process that has written others before. */
export interface FormatCost {
  name: string
  /** CPU milliseconds, of all threads. */
  cpu: number
  bytes: number
}

const rounds = { toWarmUp: 20, toMeasure: 20 }
const root = join(import.meta.dirname, '..')
const siteUrl = 'https://made-up.example'

/**
 * Measures each format of the project's releases and plans. Their words differ from round to round,
 * so that nothing is found in a cache.
 * @returns the costs by the address of the publication
 */
export async function measureFormats(): Promise<Map<string, FormatCost[]>> {
  const records: Publication[] = []
  readLibrary({
    root,
    siteUrl,
    now: new Date(),
    publish: (publication) => {
      if ('formats' in publication.data) records.push(publication)
    },
  })
  const costs = new Map<string, FormatCost[]>()
  for (const record of records) costs.set(record.address, await measure(record))
  return costs
}

async function measure(record: Publication): Promise<FormatCost[]> {
  const context = formatContext(root, siteUrl)
  const formats = formatsOf(record).filter(({ ending }) => endings.has(ending))
  const costs = formats.map(({ name }): FormatCost => ({ name, cpu: 0, bytes: 0 }))
  for (let round = -rounds.toWarmUp; round < rounds.toMeasure; round++) {
    const another = withOtherWords(record, round + rounds.toWarmUp)
    for (const [index, { name, write }] of formats.entries()) {
      const begun = process.cpuUsage()
      const written = await write(another, context)
      const { user, system } = process.cpuUsage(begun)
      if (round < 0) continue
      const body = typeof written === 'object' && 'pages' in written ? written.body : written
      const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.length
      const cpu = (costs[index]?.cpu ?? 0) + (user + system) / 1000 / rounds.toMeasure
      costs[index] = { name, cpu, bytes }
    }
  }
  return costs
}

/** What readers are offered; what the site itself shows is not measured here. */
const endings = new Set<string>(offered.map(({ ending }) => ending))

/** The same publication with a word more in each line of text. */
function withOtherWords(record: Publication, round: number): Publication {
  const another = structuredClone(record)
  changeWords(another.tree, ` ${round}`)
  return another
}

function changeWords(nodes: readonly NodeOf[], more: string): void {
  for (const node of nodes) {
    if (node.type === 'text') node.value += more
    else changeWords(partsOf(node), more)
  }
}

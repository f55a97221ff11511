import { changeYaml, readYaml } from './yaml-changes.ts'

type Values = Record<string, unknown>

/** How the editor reads the text of a file and writes it again. */
interface FileFormat {
  extension: string
  fromFile: (text: string) => Values
  toFile: (values: Values) => string
}

/**
 * A field that carries the text of the file through the editor, which shows no field that it was not
 * told of and gives it back. So whatever is not changed stays as it was written.
 */
const SOURCE = '_source'

/** A publication: front matter, and below it a text that stays byte for byte. */
const publication: FileFormat = {
  extension: 'mdx',
  fromFile: (source) => {
    const { head, rest } = split(source)
    if (head === '') throw new Error('The file does not begin with front matter.')
    return { ...values(head), body: rest.replace(/^\n+/, ''), [SOURCE]: source }
  },
  toFile: ({ [SOURCE]: source, body, ...values }) => {
    const { head, rest } = split(text(source))
    const isChanged = text(body).trimEnd() !== rest.trim()
    return `---\n${changeYaml(head, values)}---\n${isChanged ? `\n${text(body)}` : rest}`
  },
}

function split(source: string): { head: string; rest: string } {
  const [, head = '', rest = ''] = /^---\n([\s\S]*?\n)---(?:\n([\s\S]*))?$/.exec(source) ?? []
  return { head, rest }
}

/** A register whose entries stand under their ids; the editor knows lists only. */
const entriesById: FileFormat = {
  extension: 'yaml',
  fromFile: (source) => ({
    entries: Object.entries(values(source)).map(([id, entry]) => ({ id, ...record(entry) })),
    [SOURCE]: source,
  }),
  toFile: ({ [SOURCE]: source, entries }) => {
    const byId: Values = {}
    for (const entry of list(entries)) {
      const { id, ...facts } = record(entry)
      byId[text(id)] = facts
    }
    return changeYaml(text(source), byId)
  },
}

/** A register that is a list. */
const entries: FileFormat = {
  extension: 'yaml',
  fromFile: (source) => ({ entries: list(readYaml(source).toJS()), [SOURCE]: source }),
  toFile: ({ [SOURCE]: source, entries }) => changeYaml(text(source), list(entries)),
}

/** A file of single facts. */
const facts: FileFormat = {
  extension: 'yaml',
  fromFile: (source) => ({ ...values(source), [SOURCE]: source }),
  toFile: ({ [SOURCE]: source, ...values }) => changeYaml(text(source), values),
}

/** The formats, by the names that the configuration gives them. */
export const fileFormats = { publication, 'entries-by-id': entriesById, entries, facts }

const values = (yaml: string): Values => record(readYaml(yaml).toJS())

function record(value: unknown): Values {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

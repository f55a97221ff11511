import { offered } from '../document/offered-formats.ts'
import { people } from '../document/schemas.ts'
import { Refusal } from './refusal.ts'

const slug = people.keyType
/** What the addresses of some formats have after the id, such as -large-print. */
const formatNames = offered
  .filter(({ ending }) => ending.startsWith('-'))
  .map(({ ending }) => ending.replace(/\..*/, ''))

/**
 * An id, which is an address for ever. The rules are those of src/document/content-files.ts.
 * @param taken the ids that there are already, each with the file that has it
 * @param isPublication whether formats stand beside the address
 * @throws {Refusal} when it cannot be an address, or is taken
 */
export function readId(
  id: string,
  taken: ReadonlyMap<string, { file: string }>,
  isPublication: boolean,
): string {
  if (!slug.safeParse(id).success || /^\d{4}$/.test(id)) {
    throw new Refusal(
      `“${id}” cannot be an address.`,
      'Write small letters, digits and hyphens, such as new-bus-routes; not only a year.',
    )
  }
  const ending = isPublication && formatNames.find((name) => id.endsWith(name))
  if (ending) {
    throw new Refusal(
      `“${id}” cannot be an address: the files of formats end in ${ending}.`,
      'Write another one.',
    )
  }
  const other = taken.get(id)
  if (other) throw new Refusal(`“${id}” is taken by ${other.file}.`, 'Write another one.')
  return id
}

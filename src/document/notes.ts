import type { NodeOf, NoteBack } from './vocabulary.ts'
import { everyNode } from './walk.ts'

/** The marks of notes in a text, in reading order, each with the way back to it. */
export function findMarks(blocks: readonly NodeOf[]): Map<string, NoteBack[]> {
  const found = new Map<string, NoteBack[]>()
  const collect = (nodes: readonly NodeOf[], where: string) => {
    for (const node of everyNode(nodes)) {
      if (node.type !== 'noteMark') continue
      const backs = found.get(node.noteId) ?? []
      if (backs.some(({ markId }) => markId === node.id)) continue
      backs.push({ markId: node.id, label: `Back to “${node.about}”${where}` })
      found.set(node.noteId, backs)
    }
  }
  let action = 0
  for (const node of everyNode(blocks)) {
    if (node.type === 'commitments') {
      node.children.forEach((commitment, index) => {
        collect([commitment], ` in action ${index + 1}`)
      })
    } else if (node.type === 'section' && node.variant === 'action') {
      action += 1
      collect(node.children, ` in action ${action}`)
    }
  }
  // What is left stands outside the actions.
  collect(blocks, ' in the text')
  return found
}

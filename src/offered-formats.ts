/** A format that each release and plan can be had as, in the order in which they are offered. */
const offered = [
  { words: 'Plain text', extension: '.txt' },
  { words: 'Markdown', extension: '.md' },
] as const

/**
 * @param address of a release or a plan, such as /press-releases/a-slug/
 * @returns what it can be had as, besides its page
 */
export function offeredFormats(address: string): { words: string; address: string }[] {
  const stem = address.slice(0, -1)
  return offered.map(({ words, extension }) => ({ words, address: stem + extension }))
}

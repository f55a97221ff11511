/** An id for addresses, made from words: small letters and digits with hyphens between. */
export function slugOf(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize()
}

/**
 * @param word of English
 * @returns about how many syllables it has: its groups of vowels, without a silent e at the end
 */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length < 4) return 1
  const sounded = letters
    .replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '')
    .replace(/^y/, '')
  return Math.max(1, sounded.match(/[aeiouy]+/g)?.length ?? 1)
}

/** Remembers an answer for the length of a build; while writing, each page asks anew. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (import.meta.env.DEV ? ask() : (answer ??= ask()))
}

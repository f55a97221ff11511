/**
 * Remembers what is costly to work out until the rules that run now are done: nothing in the page
 * changes while they run, and anything may change afterwards.
 *
 * @param work what is worked out at most once for each run
 */
export function oncePerRun<Result>(work: () => Result): () => Result {
  let known: { result: Result } | undefined
  return () => {
    if (!known) {
      known = { result: work() }
      queueMicrotask(() => {
        known = undefined
      })
    }
    return known.result
  }
}

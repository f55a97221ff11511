/** An announcement can be corrected: a reader who comes back after a minute asks again. */
export const CACHE_BRIEFLY = 'public, max-age=60, must-revalidate'

const CACHE_FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * Files that have a digest of their content in their name, so that the content behind one never
 * changes: all that Astro puts into `_astro/`, and the parts of Pagefind's index, such as
 * `en_1a2b3c4.pf_fragment` and `pagefind.en_1a2b3c4d5e.pf_meta`, wherever that index lies. The
 * scripts, the modules and the entry of the index keep their names when they change.
 */
const DIGESTED = /^_astro\/|_[0-9a-f]{7,}\.pf_(?:meta|index|fragment|filter)$/

/**
 * @param file a path inside the served folder, with `/` between names
 * @returns the value of its Cache-Control
 */
export function cacheControl(file: string): string {
  return DIGESTED.test(file) ? CACHE_FOR_EVER : CACHE_BRIEFLY
}

import { createHash } from 'node:crypto'

/** The address of the editor's page, and the folder of all that it loads. */
export const EDITOR = '/admin/'

/**
 * The editor's own program imports its words as JSON, which browsers take for a script only when it
 * is one; so that file is served as a script, under a name that says so.
 */
export const importMap = JSON.stringify({
  imports: {
    '@sveltia/cms': `${EDITOR}sveltia/npm/index.js`,
    [`${EDITOR}sveltia/locales/en-GB.json`]: `${EDITOR}sveltia/locales/en-GB.js`,
  },
})

/**
 * What the editor's page may do: run files of this site only, and ask nothing of anybody else. The
 * editor can fetch maps, pictures and news of itself from elsewhere; with this it does not.
 * @see https://www.w3.org/TR/CSP3/
 */
export const editorPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(importMap).digest('base64')}'`,
  // The editor makes its style sheets while it runs.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self' blob: data:",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ')

import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { text } from './text.ts'
import type { Format } from './writers.ts'

/** Every format that there is, in the order in which they are offered. */
export const formats: readonly Format[] = [html, text, markdown]

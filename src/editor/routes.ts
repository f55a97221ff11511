import type { InjectedRoute } from 'astro'
import { EDITOR } from './policy.ts'

const entrypoint = (name: string) => new URL(name, import.meta.url)

/** What the editor consists of, for `injectRoute`; it is no part of the site that the public gets. */
export const editorRoutes: readonly InjectedRoute[] = [
  { pattern: EDITOR, entrypoint: entrypoint('page.astro'), prerender: true },
  ...['js', 'woff2', 'txt'].map((ending) => ({
    pattern: `${EDITOR}[...file].${ending}`,
    entrypoint: entrypoint(`${ending}.ts`),
    prerender: true,
  })),
]

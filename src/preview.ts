import type { AstroIntegration } from 'astro'
import { readConfiguration } from './configuration.ts'
import { editorRoutes } from './editor/routes.ts'

/**
 * `npm run dev` and `npm run build -- --preview` show what is not public yet, marked so, and the
 * editor. Nothing of
 * it may ever be in the site for the public, so it is decided here once for the whole build.
 */
export const previews: AstroIntegration = {
  name: 'previews',
  hooks: {
    'astro:config:setup': ({ command, updateConfig, injectRoute }) => {
      if (command === 'dev') process.env.PREVIEW = 'yes'
      const { preview } = readConfiguration(process.env)
      // No name under import.meta.env: Astro puts the text of a variable there, and “no” is true.
      updateConfig({ vite: { define: { __PREVIEW__: JSON.stringify(preview) } } })
      if (preview) for (const route of editorRoutes) injectRoute(route)
    },
  },
}

import type { AstroIntegration } from 'astro'

/**
 * Lets pages be made on request, by our own server (src/server): it asks for the words of a page and
 * does all the rest itself. `@astrojs/node` would read the request and write the answer too, and
 * what it does there is what this server is there to do otherwise.
 */
export const onRequestPages: AstroIntegration = {
  name: 'pages-on-request',
  hooks: {
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'pages-on-request',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('adapter-entry.ts', import.meta.url),
        supportedAstroFeatures: {
          hybridOutput: 'stable',
          // Pictures are made in the build, never on request.
          sharpImageService: 'stable',
          serverOutput: 'stable',
          staticOutput: 'stable',
        },
      })
    },
  },
}

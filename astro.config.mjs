import { defineConfig } from 'astro/config'
import { onRequestPages } from './src/adapter.ts'
import { readConfiguration } from './src/configuration.ts'
import { previews } from './src/preview.ts'

const { siteUrl, preview } = readConfiguration(process.env)

export default defineConfig({
  site: siteUrl,
  output: 'static',
  // For the form; all else is built beforehand.
  adapter: onRequestPages,
  integrations: [previews],
  // scripts/build.ts writes beside the last good build and swaps the two at the end.
  outDir: preview ? './dist-preview.next' : './dist.next',
  // Not in node_modules: what was rendered outlives `npm ci`.
  // Pages of a preview are kept apart: the same words have a banner there.
  cacheDir: preview ? './.cache/astro-preview' : './.cache/astro',
  trailingSlash: 'always',
  // The default, 'jsx', glues neighbouring inline elements together.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'always' },
  // The policy allows no script inside a page.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  session: false,
  server: { port: 4321 },
  experimental: { incrementalBuild: true },
})

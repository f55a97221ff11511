import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRoute, GetStaticPaths } from 'astro'
import { rolldown } from 'rolldown'
import { mediaType } from '../server/media-types.ts'

const root = process.cwd()
const sveltia = join(root, 'node_modules', '@sveltia', 'cms')

/**
 * An endpoint for the files of one kind that the editor's page loads: our own script, and those of
 * Sveltia CMS as its package has them, with its fonts and their licences.
 * @param ending such as '.js'
 */
export function editorFiles(
  ending: string,
  type = mediaType(`file${ending}`) ?? '',
): { getStaticPaths: GetStaticPaths; GET: APIRoute } {
  return {
    getStaticPaths: () =>
      editorFileNames()
        .filter((name) => name.endsWith(ending))
        .map((name) => ({ params: { file: name.slice(0, -ending.length) } })),
    GET: async ({ params: { file = '' } }) =>
      new Response(await content(file + ending), { headers: { 'content-type': type } }),
  }
}

function editorFileNames(): string[] {
  const program = readdirSync(join(sveltia, 'npm'), { recursive: true, encoding: 'utf8' })
  return [
    'start.js',
    'sveltia/LICENSE.txt',
    'sveltia/locales/en-GB.js',
    ...program.map((name) => `sveltia/npm/${name.replaceAll('\\', '/')}`),
  ]
}

async function content(name: string): Promise<string | Uint8Array<ArrayBuffer>> {
  if (name === 'start.js') return bundle(join(root, 'src', 'editor', 'start.ts'))
  const path = join(sveltia, name.replace(/^sveltia\//, ''))
  if (!name.startsWith('sveltia/locales/')) return new Uint8Array(readFileSync(path))
  return `export default ${readFileSync(path.replace(/js$/, 'json'), 'utf8')}`
}

/** One file that a browser can run of a script in TypeScript and what it imports. */
async function bundle(input: string): Promise<string> {
  const build = await rolldown({ input, external: '@sveltia/cms' })
  const { output } = await build.generate({ minify: true })
  await build.close()
  return output[0].code
}

import { join } from 'node:path'
import { rolldown } from 'rolldown'

/**
 * Joins the rules and all that they import into one script, which a browser takes up before the
 * page's own.
 *
 * @returns the script
 */
export async function bundleForPages(): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'in-page', 'main.ts'),
    platform: 'browser',
  })
  try {
    const { output } = await bundle.generate({ format: 'iife' })
    return output[0].code
  } finally {
    await bundle.close()
  }
}

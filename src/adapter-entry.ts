import { createApp } from 'astro/app/entrypoint'

const app = createApp()

/**
 * Makes a page that is not built beforehand.
 *
 * @param address its whole address, such as `https://releases.example/request-a-format/`
 * @param locals what the page is told
 * @returns its HTML
 * @throws {Error} when there is no such page, or it cannot be made
 */
export async function render(address: string, locals: App.Locals): Promise<string> {
  const response = await app.render(new Request(address), { locals })
  if (response.status !== 200) throw new Error(`${address} was answered with ${response.status}`)
  return response.text()
}

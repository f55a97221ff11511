import type { Site } from './document/schemas.ts'
import { colours } from './pictures/colours.ts'
import { icons } from './pictures/icons.ts'

/**
 * What a device that keeps the site among its programs wants to know
 * (https://www.w3.org/TR/appmanifest/). It is opened in the browser, with the address in sight:
 * a public record is read, quoted and shared at its address.
 */
export function webManifest({ name, description, lang }: Site): Record<string, unknown> {
  return {
    id: '/',
    name,
    short_name: name,
    description,
    lang,
    start_url: '/',
    scope: '/',
    display: 'browser',
    background_color: colours.page,
    theme_color: colours.link,
    icons: icons.map(({ name: icon, size, purpose }) => ({
      src: `/${icon}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  }
}

import type { Browser } from '../../scripts/browser.ts'
import { screen, type Desktop } from './desktop.ts'
import type { Orca } from './orca.ts'
import type { Presented } from './orca-log.ts'

/** A page in a window of its own, that Orca knows. */
export interface OpenPage {
  /** What Orca presents when the page has come. */
  readonly arrival: Presented[]
  readonly close: () => Promise<void>
}

const flags = [
  '--force-renderer-accessibility',
  '--window-position=0,0',
  `--window-size=${screen.width},${screen.height}`,
  '--lang=en-GB',
  // A link that was followed is marked as visited some time later.
  '--incognito',
  '--no-default-browser-check',
  '--password-store=basic',
  // Nothing that goes on moving, because a key is over when all is at rest.
  '--disable-gpu',
  '--disable-smooth-scrolling',
  '--wm-window-animations-disabled',
]

let profiles = 0

/** Opens an address as the only page of a browser that has seen nothing yet. */
export async function openPage(
  desktop: Desktop,
  orca: Orca,
  browser: Browser,
  address: string,
): Promise<OpenPage> {
  const sandbox = browser.chromiumSandbox ? [] : ['--no-sandbox']
  const profile = `--user-data-dir=${desktop.home}/browser-${++profiles}`
  const child = desktop.start(browser.executablePath, [
    ...browser.args,
    ...sandbox,
    ...flags,
    profile,
    `--app=${address}`,
  ])
  const arrival = await orca.until(/^Finished loading/)
  return {
    arrival,
    close: async () => {
      desktop.end(child)
      await orca.rest()
    },
  }
}

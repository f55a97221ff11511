import { findBrowser, type Browser } from '../../scripts/browser.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { startOrca, type Orca } from './orca.ts'
import { serveSteadySite, type SteadySite } from './site.ts'

/** Everything that it takes to listen to the site. */
export interface Session {
  readonly site: SteadySite
  readonly browser: Browser
  readonly desktop: Desktop
  readonly orca: Orca
  readonly stop: () => void
}

/** Starts all of it; what was started ends also when the rest does not start. */
export async function startSession(): Promise<Session> {
  const browser = await findBrowser()
  const site = await serveSteadySite()
  let desktop: Desktop | undefined
  const stop = () => {
    desktop?.stop()
    site.stop()
  }
  try {
    desktop = await startDesktop()
    return { site, browser, desktop, orca: await startOrca(desktop), stop }
  } catch (error) {
    stop()
    throw error
  }
}

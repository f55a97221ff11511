import type { Browser, BrowserContext, CDPSession, Page, Request, Route } from '@playwright/test'
import { prepare, wide } from './modes.ts'
import type { Attempt } from './probe.ts'
import type { Target } from './targets.ts'

/** Milliseconds that a page may take to load, and that the audit waits for an answer of it. */
export const PATIENCE = 20_000

/** A page that does not answer within the patience of the audit. */
export class PageHangs extends Error {
  override readonly name = 'PageHangs'
}

/** A page that is open, and what it tried to do that the audit did not let happen. */
export interface Visit {
  readonly page: Page
  readonly cdp: CDPSession
  readonly address: string
  readonly attempts: Attempt[]
  /** Addresses on other servers that the page asked for, and did not get. */
  readonly outside: string[]
  /**
   * @returns the page's HTML, as its server sends it
   * @throws {PageHangs}
   */
  readonly load: () => Promise<string>
}

/** A tab of the browser, for one page after another: to open a tab costs more than to read a page. */
export interface Tab {
  readonly context: BrowserContext
  readonly page: Page
  readonly cdp: CDPSession
  /** Hands what the page tries to whoever visits it now. */
  guard: Guard | undefined
}

interface Guard {
  readonly answer: (route: Route, request: Request) => Promise<void>
  readonly note: (attempt: Attempt) => void
}

/**
 * Opens a tab in which navigations, windows, downloads and dialogues are noted and not let happen.
 *
 * @param script what every page takes up before its own scripts
 */
export async function openTab(browser: Browser, script: string): Promise<Tab> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })
  await context.addInitScript({ content: script })
  const page = await context.newPage()
  const tab: Tab = { context, page, cdp: await context.newCDPSession(page), guard: undefined }
  const note = (kind: Attempt['kind'], what: string) => {
    tab.guard?.note({ kind, what, isForm: false })
  }
  page.on('dialog', (dialogue) => {
    // A page that asks whether to leave it would keep the next one waiting.
    const isFarewell = dialogue.type() === 'beforeunload'
    if (!isFarewell) note('dialogue', dialogue.message())
    void (isFarewell ? dialogue.accept() : dialogue.dismiss()).catch(() => undefined)
  })
  page.on('popup', (popup) => {
    note('window', popup.url())
    void popup.close().catch(() => undefined)
  })
  page.on('download', (download) => {
    note('download', download.url())
    void download.cancel().catch(() => undefined)
  })
  await page.route('**', async (route, request) => {
    const answering = tab.guard?.answer(route, request) ?? route.abort('aborted')
    await answering.catch(() => undefined)
  })
  return tab
}

/**
 * Stays on one address: nothing is asked for beyond the page's own server.
 *
 * @param target the page, with an address of `http:` or `https:`
 */
export function visit(tab: Tab, { address, post }: Target): Visit {
  const { page, cdp } = tab
  const attempts: Attempt[] = []
  const outside: string[] = []
  const { origin } = new URL(address)
  let isLoading = false
  tab.guard = { answer, note: (attempt) => attempts.push(attempt) }

  async function answer(route: Route, request: Request): Promise<void> {
    const url = request.url()
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      if (isLoading) {
        isLoading = false
        const headers = {
          ...request.headers(),
          'content-type': 'application/x-www-form-urlencoded',
        }
        await route.continue(post === undefined ? {} : { method: 'POST', postData: post, headers })
        return
      }
      attempts.push({ kind: 'navigation', what: url, isForm: request.method() === 'POST' })
      // An answer without content leaves the page where it is.
      await route.fulfill({ status: 204 })
    } else if (/^(data|blob|about):/.test(url) || new URL(url).origin === origin) {
      await route.continue()
    } else {
      outside.push(url)
      await route.abort('blockedbyclient')
    }
  }

  async function load(): Promise<string> {
    try {
      await within(prepare(page, wide), PATIENCE)
      attempts.length = 0
      outside.length = 0
      isLoading = true
      const answer = await page.goto(address, { waitUntil: 'load', timeout: PATIENCE })
      await within(page.evaluate(settled, PATIENCE_FOR_REST), PATIENCE)
      return (await answer?.text()) ?? ''
    } catch (error) {
      throw new PageHangs(`The page did not load within ${PATIENCE / 1000} s.`, { cause: error })
    }
  }

  return { page, cdp, address, attempts, outside, load }
}

/** Milliseconds that a page is given to come to rest before somebody uses it. */
const PATIENCE_FOR_REST = { changes: 1_500, fetches: 5_000 }

/** Runs in the browser: waits until a page with scripts changes and fetches nothing for a while. */
async function settled(longest: { changes: number; fetches: number }): Promise<void> {
  if (document.scripts.length === 0) return
  const quiet = 200
  const start = performance.now()
  let last = start
  const touch = () => {
    last = performance.now()
  }
  const observer = new MutationObserver(touch)
  observer.observe(document, { subtree: true, childList: true, characterData: true })
  let fetched = start
  const isRestless = () => {
    const now = performance.now()
    const isFetching = (window.auditFetches ?? 0) > 0 && now - start < longest.fetches
    if (isFetching) last = fetched = now
    return now - last < quiet && now - fetched < longest.changes
  }
  while (isRestless()) await new Promise((resolve) => setTimeout(resolve, 30))
  observer.disconnect()
}

/** Whether a page still answers, after something took too long. */
export async function isAlive({ page }: Visit): Promise<boolean> {
  try {
    return await within(
      page.evaluate(() => true),
      3_000,
    )
  } catch {
    return false
  }
}

/**
 * @param work what is waited for
 * @param milliseconds how long
 * @returns what the work returns
 * @throws {PageHangs} when it takes longer
 */
export async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  const waiting = new AbortController()
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => {
      reject(new PageHangs(`The page did not answer within ${milliseconds / 1000} s.`))
    }, milliseconds)
    waiting.signal.addEventListener('abort', () => {
      clearTimeout(timer)
    })
  })
  try {
    return await Promise.race([work, late])
  } finally {
    waiting.abort()
  }
}

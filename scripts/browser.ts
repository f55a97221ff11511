import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const isRoot = process.getuid?.() === 0

/** What Playwright's `launch` takes to start the browser that was found. */
export interface Browser {
  executablePath: string
  args: string[]
  chromiumSandbox: boolean
}

/** No browser of this machine starts, and none could be installed. The message is for people. */
export class NoBrowser extends Error {
  override name = 'NoBrowser'
}

// A browser under test should ask for nothing but the page, and not over a protocol that the
// site's own server does not speak.
const args = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * Finds a Chromium that really starts: Playwright's own, then one on the machine, then one that is
 * installed for the purpose. Says in one line on standard output which it is.
 *
 * @throws {NoBrowser} with one plain sentence
 */
export async function findBrowser(): Promise<Browser> {
  const browser =
    (await firstThatStarts([chromium.executablePath(), ...placesOfThisMachine()])) ??
    (await installedByPlaywright()) ??
    (await installedByApt())
  if (!browser) {
    throw new NoBrowser(
      'No browser was found and none could be installed: please install Chromium or Google Chrome.',
    )
  }
  const sandbox = browser.chromiumSandbox ? '' : ', without its sandbox'
  console.log(`Browser: ${browser.executablePath}${sandbox}`)
  return browser
}

async function firstThatStarts(paths: string[]): Promise<Browser | undefined> {
  // As root Chromium refuses to start in its sandbox. For others the sandbox is given up only
  // where the system forbids it (Ubuntu 24.04, many containers): the pages opened are our own.
  const sandboxes = isRoot ? [false] : [true, false]
  for (const executablePath of paths.filter((path) => existsSync(path))) {
    for (const chromiumSandbox of sandboxes) {
      const browser = { executablePath, args, chromiumSandbox }
      if (await starts(browser)) return browser
    }
  }
  return undefined
}

/** A file that is there may still lack the system's libraries, so the only sure sign is a start. */
async function starts(browser: Browser): Promise<boolean> {
  try {
    const running = await chromium.launch({ ...browser, timeout: 20_000 })
    await running.close()
    return true
  } catch {
    return false
  }
}

function placesOfThisMachine(): string[] {
  const {
    PATH = '',
    ProgramFiles,
    'ProgramFiles(x86)': olderProgramFiles,
    LOCALAPPDATA,
  } = process.env
  const names =
    process.platform === 'win32'
      ? ['chrome.exe', 'chromium.exe']
      : ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const onWindows = [ProgramFiles, olderProgramFiles, LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ])
  return [
    ...onPath,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...onWindows,
  ]
}

async function installedByPlaywright(): Promise<Browser | undefined> {
  console.log('No browser found: installing Chromium with Playwright')
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  // Behind a firewall that swallows packets the download would otherwise hang for minutes.
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  if (!succeeds(process.execPath, [cli, 'install', 'chromium'], env)) return undefined
  return firstThatStarts([chromium.executablePath()])
}

async function installedByApt(): Promise<Browser | undefined> {
  if (!isRoot || !existsSync('/etc/debian_version')) return undefined
  console.log('Installing Chromium with apt-get')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // A browser without any font draws no text, and then measures none.
  const packages = ['chromium', 'fonts-liberation']
  const installed =
    succeeds('apt-get', ['update'], env) &&
    succeeds('apt-get', ['install', '-y', '--no-install-recommends', ...packages], env)
  return installed ? firstThatStarts(placesOfThisMachine()) : undefined
}

function succeeds(command: string, parameters: string[], env: Record<string, string>): boolean {
  const tenMinutes = 600_000
  const { status } = spawnSync(command, parameters, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: tenMinutes,
  })
  return status === 0
}

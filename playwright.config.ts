import { defineConfig } from '@playwright/test'
import { z } from 'zod'

// Both are set by the global setup, and the workers read this file after it.
const { SITE_UNDER_TEST, BROWSER_UNDER_TEST } = process.env

const launchOptions = z.object({
  executablePath: z.string(),
  args: z.array(z.string()),
  chromiumSandbox: z.boolean(),
})

export default defineConfig({
  testDir: 'tests/site',
  testMatch: '**/*.test.ts',
  globalSetup: './tests/site/start.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...(SITE_UNDER_TEST && { baseURL: SITE_UNDER_TEST }),
    ...(BROWSER_UNDER_TEST && {
      launchOptions: launchOptions.parse(JSON.parse(BROWSER_UNDER_TEST)),
    }),
  },
})

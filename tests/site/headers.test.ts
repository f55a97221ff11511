import { expect, test } from '@playwright/test'
import { pages, release } from './pages.ts'
import { ask } from './wire.ts'

const fresh = { 'if-none-match': '*' }
const part = { range: 'bytes=0-99' }

const questions = [
  { status: 200, address: release },
  { status: 206, address: release, headers: part },
  { status: 304, address: release, headers: fresh },
  { status: 404, address: '/there-is-no-such-page/' },
  { status: 405, address: release, method: 'POST' },
]

for (const { status, address, ...question } of questions) {
  test(`an answer ${status} carries the security headers`, async () => {
    const answer = await ask(address, question)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      // Not no-referrer, which would make Chromium send "Origin: null" with a form.
      'referrer-policy': expect.stringMatching(/^(strict-origin-when-cross-origin|same-origin)$/),
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'cross-origin-opener-policy': 'same-origin',
    })
    const policy = String(answer.headers['content-security-policy']).split('; ')
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]),
    )
    // Nothing inline that is not known by its hash, nothing from anywhere else.
    expect(policy.filter((rule) => /unsafe-|\*|https?:/.test(rule))).toEqual([])
  })
}

for (const address of pages) {
  test(`the policy lets the style of ${address} through`, async ({ page }) => {
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(address)
    // A browser that asks for an unknown address is told so in its console, and rightly.
    const others = complaints.filter((text) => !text.includes('status of 404'))
    expect(others).toEqual([])

    const [styled, plain] = await page.evaluate(() => {
      const look = (): string => {
        const { fontFamily, lineHeight, margin } = getComputedStyle(document.body)
        return [fontFamily, lineHeight, margin].join()
      }
      const withStyle = look()
      for (const sheet of document.styleSheets) sheet.disabled = true
      return [withStyle, look()]
    })
    expect(styled).not.toBe(plain)
  })
}

import type { CDPSession } from '@playwright/test'

/** Keys that are pressed one by one are slow to send: these do not wait for each other. */
const codes = { Tab: 9, Enter: 13, Escape: 27 } as const

export type Key = keyof typeof codes

/**
 * Presses a key several times, with the page's own handling of each in between.
 *
 * @param cdp of the page
 * @param key its name
 * @param times how often
 * @param withShift whether Shift is held
 */
export async function press(
  cdp: CDPSession,
  key: Key,
  times = 1,
  withShift = false,
): Promise<void> {
  const asked = {
    key,
    code: key,
    windowsVirtualKeyCode: codes[key],
    modifiers: withShift ? 8 : 0,
    ...(key === 'Enter' ? { text: '\r' } : {}),
  }
  const down = key === 'Enter' ? 'keyDown' : 'rawKeyDown'
  await Promise.all(
    Array.from({ length: times }, () => [
      cdp.send('Input.dispatchKeyEvent', { type: down, ...asked }),
      cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...asked }),
    ]).flat(),
  )
}

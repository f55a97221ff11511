import { isHeard, isSeen, squeeze } from '../dom.ts'

const SAYS_TEXT =
  /\b(transcripts?|text version|text alternative|read (it|the)|as text|in words|captions?|captioned|subtitles?|lyrics)\b/i
const SAYS_DESCRIBED =
  /\b(transcripts?|audio.?descri\w+|described (version|video)|text version|text alternative|in words|with what is seen)\b/i

/**
 * @param player the sound or moving picture, or the link to it
 * @param kind which alternative is looked for: of what is heard, or of what is seen
 * @returns whether words near it, in the same part of the page, offer one
 */
export function isAlternativeNear(player: Element, kind: 'heard' | 'seen'): boolean {
  const says = kind === 'heard' ? SAYS_TEXT : SAYS_DESCRIBED
  const described = player.getAttribute('aria-describedby')?.split(/\s+/) ?? []
  if (described.some((id) => squeeze(document.getElementById(id)?.textContent).length > 20))
    return true
  for (let at = player.parentElement; at; at = at.parentElement) {
    if (says.test(squeeze(at.innerText))) return true
    // The next step up is another part of the page.
    if (at.matches('section, article, main, figure, body')) return false
  }
  return false
}

/** Whether the player is there for nobody yet: without an address. */
export function hasSource(player: HTMLMediaElement): boolean {
  return player.hasAttribute('src') || player.querySelector('source[src]') !== null
}

/** A control of the page's own that stops what moves or sounds. */
export function stopControl(): Element | undefined {
  return [
    ...document.querySelectorAll(
      'button, [role=button], a, input[type=button], input[type=checkbox], [role=switch]',
    ),
  ].find(
    (control) =>
      isSeen(control) &&
      isHeard(control) &&
      /\b(pause|stop|mute|hide|halt|freeze|turn off|play|animations?|motion|no sound|frequency|speed|interval|updates?|control changes)\b/i.test(
        [
          control.textContent,
          control.getAttribute('aria-label'),
          control.getAttribute('title'),
          control.getAttribute('value'),
        ].join(' '),
      ),
  )
}

import { after, first, script, style } from './in-browser.ts'
import type { Mutant } from './mutant.ts'

/** Barriers in how it looks: colours, sizes, spaces, motion. */
export const looksMutants: readonly Mutant[] = [
  {
    kind: 'locked-to-portrait',
    criterion: '1.3.4',
    on: 'release',
    inject: () => {
      style('@media (orientation: landscape) { html { transform: rotate(90deg) } }')
    },
  },
  {
    kind: 'links-by-colour-alone',
    criterion: '1.4.1',
    on: 'release',
    inject: () => {
      style(
        'main a { text-decoration: none !important; color: #155 !important; border: 0 !important; font-weight: inherit !important; background: none !important }',
      )
    },
  },
  {
    kind: 'told-by-colour-alone',
    criterion: '1.4.1',
    on: 'note',
    inject: () => {
      after(
        'main p',
        '<p>Crimes in red are new in this made-up list.</p><ul><li style="color: #900">Made-up one</li><li>Made-up two</li><li style="color: #900">Made-up three</li></ul>',
      )
    },
  },
  {
    kind: 'error-by-colour-alone',
    criterion: '1.4.1',
    on: 'refused',
    inject: () => {
      for (const message of document.querySelectorAll('.error')) message.remove()
      first('#error-summary').innerHTML =
        '<h2>There is a problem</h2><p>Please mend what is red.</p>'
      for (const field of document.querySelectorAll('[aria-invalid]')) {
        field.removeAttribute('aria-invalid')
        field.removeAttribute('aria-describedby')
      }
      style('.wrong { border: 0 !important } .wrong input { border-color: #c00 !important }')
    },
  },
  {
    kind: 'sound-by-itself',
    criterion: '1.4.2',
    on: 'release',
    inject: () => {
      after('main p', '<audio src="/made-up.mp3" autoplay loop></audio>')
    },
  },
  {
    kind: 'pale-text',
    criterion: '1.4.3',
    on: 'release',
    inject: () => {
      style('main p { color: light-dark(#aaa, #555) !important }')
    },
  },
  {
    kind: 'pale-text-in-the-dark',
    criterion: '1.4.3',
    on: 'release',
    inject: () => {
      style('@media (prefers-color-scheme: dark) { main p { color: #444 !important } }')
    },
  },
  {
    kind: 'pale-text-under-the-pointer',
    criterion: '1.4.3',
    on: 'plan',
    inject: () => {
      style('main a:hover { color: #ddd !important }')
    },
  },
  {
    kind: 'pale-placeholder',
    criterion: '1.4.3',
    on: 'form',
    inject: () => {
      first('#page').setAttribute('placeholder', 'A made-up title')
      style('input::placeholder { color: #ccc !important; opacity: 1 }')
    },
  },
  {
    kind: 'pale-text-on-a-picture',
    criterion: '1.4.3',
    on: 'plan',
    inject: () => {
      first('#timeline').setAttribute(
        'style',
        'background-image: linear-gradient(#fff, #eee); color: #bbb',
      )
      style('#timeline * { color: #bbb !important }')
    },
  },
  {
    kind: 'zoom-forbidden',
    criterion: '1.4.4',
    on: 'note',
    inject: () => {
      first('meta[name=viewport]').setAttribute(
        'content',
        'width=device-width, user-scalable=no, maximum-scale=1',
      )
    },
  },
  {
    kind: 'text-does-not-grow',
    criterion: '1.4.4',
    on: 'release',
    inject: () => {
      style('html, body, main, main * { font-size: 1.6vw !important }')
    },
  },
  {
    kind: 'box-does-not-grow',
    criterion: '1.4.4',
    on: 'plan',
    inject: () => {
      style('#actions p { height: 3.2rem; height: 52px; overflow: hidden }')
    },
  },
  {
    kind: 'wider-than-the-screen',
    criterion: '1.4.10',
    on: 'release',
    inject: () => {
      style('main, main > * { min-width: 900px !important; max-width: none !important }')
    },
  },
  {
    kind: 'words-cut-off-when-narrow',
    criterion: '1.4.10',
    on: 'release',
    inject: () => {
      style('body { overflow-x: hidden } main p { width: 900px; max-width: none !important }')
    },
  },
  {
    kind: 'pale-edge-of-a-field',
    criterion: '1.4.11',
    on: 'form',
    inject: () => {
      style(
        'input, textarea { border: 1px solid #e8e8e8 !important; background: #fff !important; color: #111 !important } html { color-scheme: light; background: #fff }',
      )
    },
  },
  {
    kind: 'spacing-cuts-words',
    criterion: '1.4.12',
    on: 'plan',
    inject: () => {
      style(
        '#timeline h2, #actions h2 { line-height: 1.1; height: 1.1em; width: max-content; max-width: 8em; white-space: nowrap; overflow: hidden }',
      )
    },
  },
  {
    kind: 'shown-under-the-pointer-alone',
    criterion: '1.4.13',
    on: 'plan',
    inject: () => {
      after(
        'main p',
        '<p class="made-up-tip">Made-up word <span>A made-up explanation that only a mouse can see</span></p>',
      )
      style('.made-up-tip span { display: none } .made-up-tip:hover span { display: inline }')
    },
  },
  {
    kind: 'moves-for-ever',
    criterion: '2.2.2',
    on: '/',
    inject: () => {
      after('main p', '<p class="made-up-news">Made-up news goes round and round</p>')
      style(
        '@keyframes round { from { transform: translateX(0) } to { transform: translateX(200px) } } .made-up-news { animation: round 3s infinite alternate !important }',
      )
    },
  },
  {
    kind: 'blinks-by-script',
    criterion: '2.2.2',
    on: '/',
    inject: () => {
      after('main p', '<p id="made-up-blink">Made-up news</p>')
      script(
        'setInterval(() => { const blink = document.querySelector("#made-up-blink"); blink.style.visibility = blink.style.visibility === "hidden" ? "visible" : "hidden" }, 400)',
      )
    },
  },
  {
    kind: 'focus-not-seen',
    criterion: '2.4.7',
    on: 'release',
    inject: () => {
      style(
        'a:focus, a:focus-visible, button:focus, input:focus { outline: none !important; box-shadow: none !important; background: inherit !important; color: inherit !important; border-color: inherit !important; text-decoration: underline !important }',
      )
    },
  },
  {
    kind: 'focus-behind-a-banner',
    criterion: '2.4.11',
    on: 'plan',
    inject: () => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<div class="made-up-banner"><p>A made-up notice that stays</p></div>',
      )
      style(
        '.made-up-banner { position: fixed; inset: auto 0 0 0; height: 45vh; background: #fff; color: #111 } html { scroll-padding: 0 !important }',
      )
    },
  },
  {
    kind: 'target-too-small',
    criterion: '2.5.8',
    on: 'plan',
    inject: () => {
      after(
        'main p',
        '<p style="line-height: 10px; font-size: 8px"><button style="width: 10px; height: 10px; padding: 0; min-height: 0; min-width: 0; font-size: 6px">A</button><button style="width: 10px; height: 10px; padding: 0; min-height: 0; min-width: 0; font-size: 6px">B</button></p>',
      )
    },
  },
]

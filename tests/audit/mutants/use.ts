import { after, first, rename, script } from './in-browser.ts'
import type { Mutant } from './mutant.ts'

/** Barriers in use: keys, focus, time, forms, messages. */
export const useMutants: readonly Mutant[] = [
  {
    kind: 'group-without-legend',
    criterion: '1.3.1',
    on: 'form',
    inject: () => {
      first('fieldset legend').remove()
    },
  },
  {
    kind: 'group-without-fieldset',
    criterion: '1.3.1',
    on: 'form',
    inject: () => {
      rename('form.request fieldset legend', 'p')
      rename('form.request fieldset', 'div')
    },
  },
  {
    kind: 'hint-not-tied',
    criterion: '1.3.1',
    on: 'form',
    inject: () => {
      first('#details').removeAttribute('aria-describedby')
    },
  },
  {
    kind: 'error-not-tied',
    criterion: '1.3.1',
    on: 'refused',
    inject: () => {
      first('#email').removeAttribute('aria-describedby')
    },
  },
  {
    kind: 'purpose-of-field-wrong',
    criterion: '1.3.5',
    on: 'form',
    inject: () => {
      first('#email').setAttribute('autocomplete', 'e-post')
    },
  },
  {
    kind: 'purpose-of-field-missing',
    criterion: '1.3.5',
    on: 'form',
    inject: () => {
      first('#email').removeAttribute('autocomplete')
    },
  },
  {
    kind: 'pressed-with-a-mouse-alone',
    criterion: '2.1.1',
    on: 'plan',
    inject: () => {
      after('main p', '<div onclick="document.title = \'Made up\'">Show the made-up part</div>')
    },
  },
  {
    kind: 'link-out-of-reach',
    criterion: '2.1.1',
    on: 'release',
    inject: () => {
      // No other link leads there.
      first('main a[href$=".pdf"]').tabIndex = -1
    },
  },
  {
    kind: 'focus-is-thrown-off',
    criterion: '2.1.1',
    on: 'release',
    inject: () => {
      first('main a[href^="/"]').setAttribute('onfocus', 'this.blur()')
    },
  },
  {
    kind: 'button-deaf-to-keys',
    criterion: '2.1.1',
    on: 'plan',
    inject: () => {
      after(
        'main p',
        '<p><span role="button" tabindex="0" class="made-up-button">Show made-up words</span> <span hidden id="made-up-words">Made up</span></p>',
      )
      script(
        'document.querySelector(".made-up-button").addEventListener("click", () => { document.querySelector("#made-up-words").hidden = false })',
      )
    },
  },
  {
    kind: 'keys-are-trapped',
    criterion: '2.1.2',
    on: 'form',
    inject: () => {
      script(
        'document.querySelector("#details").addEventListener("keydown", (event) => { if (event.key === "Tab") event.preventDefault() })',
      )
    },
  },
  {
    kind: 'focus-is-called-back',
    criterion: '2.1.2',
    on: 'form',
    inject: () => {
      script(
        'const field = document.querySelector("#page"); field.addEventListener("blur", () => { setTimeout(() => field.focus()) })',
      )
    },
  },
  {
    kind: 'letter-does-something',
    criterion: '2.1.4',
    on: 'release',
    inject: () => {
      script(
        'document.addEventListener("keydown", (event) => { if (event.key === "s") document.querySelector("h1").textContent = "Made up" })',
      )
    },
  },
  {
    kind: 'leaves-by-itself',
    criterion: '2.2.1',
    on: 'release',
    inject: () => {
      document.head.insertAdjacentHTML(
        'beforeend',
        '<meta http-equiv="refresh" content="30; url=/">',
      )
    },
  },
  {
    kind: 'leaves-by-script',
    criterion: '2.2.1',
    on: 'form',
    inject: () => {
      script('setTimeout(() => { location.href = "/" }, 60000)')
    },
  },
  {
    kind: 'no-way-past-the-navigation',
    criterion: '2.4.1',
    on: 'plan',
    inject: () => {
      first('.skip').remove()
      rename('main', 'div')
      for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
        heading.outerHTML = `<p>${heading.innerHTML}</p>`
      }
    },
  },
  {
    kind: 'skip-link-leads-nowhere',
    criterion: '2.4.1',
    on: 'plan',
    inject: () => {
      first('.skip').setAttribute('href', '#made-up')
    },
  },
  {
    kind: 'focus-jumps',
    criterion: '2.4.3',
    on: 'form',
    inject: () => {
      first('#email').tabIndex = 1
      first('#page').tabIndex = 2
    },
  },
  {
    kind: 'acts-when-pressed-down',
    criterion: '2.5.2',
    on: 'form',
    inject: () => {
      first('form.request button').setAttribute('onmousedown', 'this.form.submit()')
    },
  },
  {
    kind: 'dragged-alone',
    criterion: '2.5.7',
    on: 'plan',
    inject: () => {
      after(
        'main p',
        '<ol class="made-up-ranking"><li draggable="true">Made-up one</li><li draggable="true">Made-up two</li></ol>',
      )
      script(
        'for (const item of document.querySelectorAll("[draggable]")) { item.addEventListener("dragstart", () => {}); item.addEventListener("dragover", (event) => { event.preventDefault() }); item.addEventListener("drop", () => { item.parentElement.append(item) }) }',
      )
    },
  },
  {
    kind: 'focus-moves-on',
    criterion: '3.2.1',
    on: 'form',
    inject: () => {
      first('#telephone').setAttribute('onfocus', 'location.href = "/privacy/"')
    },
  },
  {
    kind: 'choice-moves-on',
    criterion: '3.2.2',
    on: 'form',
    inject: () => {
      first('#format-braille').setAttribute('onchange', 'location.href = "/formats/"')
    },
  },
  {
    kind: 'choice-sends-the-form',
    criterion: '3.2.2',
    on: 'form',
    inject: () => {
      first('form.request fieldset').setAttribute(
        'onchange',
        'document.querySelector("form.request").submit()',
      )
    },
  },
  {
    kind: 'error-not-told',
    criterion: '3.3.1',
    on: 'refused',
    inject: () => {
      for (const message of document.querySelectorAll('.error')) message.remove()
      first('#error-summary').remove()
    },
  },
  {
    kind: 'label-is-missing',
    criterion: '3.3.2',
    on: 'form',
    inject: () => {
      first('label[for=details]').remove()
    },
  },
  {
    kind: 'label-is-a-placeholder',
    criterion: '3.3.2',
    on: 'form',
    inject: () => {
      first('label[for=page]').remove()
      first('#page').setAttribute('placeholder', 'Which page or document do you need?')
    },
  },
  {
    kind: 'error-says-no-way-out',
    criterion: '3.3.3',
    on: 'refused',
    inject: () => {
      first('#email-error').innerHTML = '<b>Error:</b> Invalid'
      first('#error-summary a[href="#email"]').textContent = 'Invalid'
    },
  },
  {
    kind: 'asked-twice',
    criterion: '3.3.7',
    on: 'form',
    inject: () => {
      const field = first('#email').closest('.field')
      field?.insertAdjacentHTML(
        'afterend',
        '<div class="field"><label for="email2">Repeat your e-mail address</label><input id="email2" name="email2" autocomplete="email" type="email"></div>',
      )
    },
  },
  {
    kind: 'paste-forbidden',
    criterion: '3.3.8',
    on: 'form',
    inject: () => {
      const field = first('#email').closest('.field')
      field?.insertAdjacentHTML(
        'afterend',
        '<div class="field"><label for="made-up-secret">Password</label><input id="made-up-secret" name="secret" autocomplete="current-password" type="password" onpaste="return false"></div>',
      )
    },
  },
  {
    kind: 'puzzle-to-solve',
    criterion: '3.3.8',
    on: 'form',
    inject: () => {
      const field = first('#email').closest('.field')
      field?.insertAdjacentHTML(
        'afterend',
        '<div class="field"><label for="captcha">Type the letters of the picture</label><img src="/captcha.png" alt="Letters to type" width="120" height="40"><input id="captcha" name="captcha" type="text"></div>',
      )
    },
  },
  {
    kind: 'switch-without-state',
    criterion: '4.1.2',
    on: 'form',
    inject: () => {
      after(
        'main p',
        '<p><span role="checkbox" tabindex="0" onclick="this.classList.toggle(\'on\')" onkeydown="if (event.key === \' \') this.click()">Large print</span></p>',
      )
    },
  },
  {
    kind: 'role-that-is-none',
    criterion: '4.1.2',
    on: 'plan',
    inject: () => {
      first('#timeline').setAttribute('role', 'made-up')
    },
  },
  {
    kind: 'hidden-but-reached',
    criterion: '4.1.2',
    on: 'release',
    inject: () => {
      first('footer nav').setAttribute('aria-hidden', 'true')
    },
  },
  {
    kind: 'button-without-name',
    criterion: '4.1.2',
    on: '/',
    inject: () => {
      first('header button').innerHTML =
        '<svg width="24" height="24" aria-hidden="true"><circle cx="12" cy="12" r="9"/></svg>'
    },
  },
  {
    kind: 'count-of-results-not-said',
    criterion: '4.1.3',
    on: 'search',
    inject: () => {
      first('#found').removeAttribute('role')
    },
  },
]

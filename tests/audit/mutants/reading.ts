import { after, first, rename, style } from './in-browser.ts'
import type { Mutant } from './mutant.ts'

/** Barriers in what is read: words, pictures, structure, names, languages. */
export const readingMutants: readonly Mutant[] = [
  {
    kind: 'picture-without-alternative',
    criterion: '1.1.1',
    on: 'release',
    inject: () => {
      after('main p', '<p><img src="/made-up-chart.png" width="300" height="200"></p>')
    },
  },
  {
    kind: 'alternative-is-a-file-name',
    criterion: '1.1.1',
    on: 'release',
    inject: () => {
      after('main p', '<p><img src="/made-up.png" alt="IMG_2041.png" width="300" height="200"></p>')
    },
  },
  {
    kind: 'linked-picture-without-name',
    criterion: '1.1.1',
    on: 'plan',
    inject: () => {
      after(
        'main p',
        '<p><a href="/formats/"><img src="/made-up.png" alt="" width="48" height="48"></a></p>',
      )
    },
  },
  {
    kind: 'placeholder-as-alternative',
    criterion: '1.1.1',
    on: 'note',
    inject: () => {
      after('main p', '<p><img src="/made-up.png" alt="image" width="300" height="200"></p>')
    },
  },
  {
    kind: 'drawing-without-name',
    criterion: '1.1.1',
    on: 'plan',
    inject: () => {
      after(
        'main p',
        '<svg role="img" width="90" height="90"><circle cx="45" cy="45" r="40"/></svg>',
      )
    },
  },
  {
    kind: 'picture-button-without-alternative',
    criterion: '1.1.1',
    on: '/',
    inject: () => {
      first('header button').outerHTML =
        '<input type="image" src="/made-up.png" width="48" height="48">'
    },
  },
  {
    kind: 'film-without-captions',
    criterion: '1.2.2',
    on: 'release',
    inject: () => {
      after(
        'main p',
        '<video controls src="/made-up.mp4" width="320" height="180" aria-label="Made-up film"></video>',
      )
    },
  },
  {
    kind: 'heading-is-bold-text',
    criterion: '1.3.1',
    on: 'plan',
    inject: () => {
      const heading = first('#timeline h2')
      heading.outerHTML = `<p style="font-weight: bold; font-size: 1.5em">${heading.innerHTML}</p>`
    },
  },
  {
    kind: 'list-is-typed',
    criterion: '1.3.1',
    on: 'release',
    inject: () => {
      after(
        'main p',
        '<p>• A made-up group of experts<br>• A made-up session in public<br>• A made-up plan</p>',
      )
    },
  },
  {
    kind: 'table-without-headers',
    criterion: '1.3.1',
    on: 'plan',
    inject: () => {
      for (const cell of document.querySelectorAll('table th')) {
        cell.outerHTML = `<td style="font-weight: bold">${cell.innerHTML}</td>`
      }
    },
  },
  {
    kind: 'list-item-without-list',
    criterion: '1.3.1',
    on: 'plan',
    inject: () => {
      rename('main section ol, main section ul', 'div')
    },
  },
  {
    kind: 'words-from-styles',
    criterion: '1.3.1',
    on: 'plan',
    inject: () => {
      style('#timeline > h2::after { content: " Made up: the third action has been withdrawn." }')
    },
  },
  {
    kind: 'order-is-turned',
    criterion: '1.3.2',
    on: 'plan',
    inject: () => {
      style('#actions { display: flex; flex-direction: column-reverse }')
    },
  },
  {
    kind: 'letters-apart',
    criterion: '1.3.2',
    on: 'release',
    inject: () => {
      after('main p', '<p>M A D E &nbsp; U P &nbsp; W O R D S</p>')
    },
  },
  {
    kind: 'told-by-place-and-colour',
    criterion: '1.3.3',
    on: 'form',
    inject: () => {
      after('main p', '<p>Press the green button on the right to go on.</p>')
    },
  },
  {
    kind: 'title-is-missing',
    criterion: '2.4.2',
    on: 'note',
    inject: () => {
      first('title').remove()
    },
  },
  {
    kind: 'title-is-a-placeholder',
    criterion: '2.4.2',
    on: 'plan',
    inject: () => {
      document.title = 'Untitled document'
    },
  },
  {
    kind: 'title-of-another-page',
    criterion: '2.4.2',
    on: 'plan',
    inject: () => {
      document.title = 'Weekly bin collections'
    },
  },
  {
    kind: 'link-words-say-nothing',
    criterion: '2.4.4',
    on: 'release',
    inject: () => {
      after('main p', '<p><a href="/formats/">Click here</a></p>')
    },
  },
  {
    kind: 'link-without-words',
    criterion: '2.4.4',
    on: 'release',
    inject: () => {
      after('main p', '<p>A made-up sentence. <a href="/formats/"></a></p>')
    },
  },
  {
    kind: 'heading-is-empty',
    criterion: '2.4.6',
    on: 'plan',
    inject: () => {
      first('#actions h2').innerHTML = '&nbsp;'
    },
  },
  {
    kind: 'heading-says-nothing',
    criterion: '2.4.6',
    on: 'plan',
    inject: () => {
      first('#actions h2').textContent = 'Heading'
    },
  },
  {
    kind: 'label-says-nothing',
    criterion: '2.4.6',
    on: 'form',
    inject: () => {
      first('label[for=details]').textContent = 'Field'
    },
  },
  {
    kind: 'name-without-the-label',
    criterion: '2.5.3',
    on: 'form',
    inject: () => {
      first('form.request button').setAttribute('aria-label', 'Proceed')
    },
  },
  {
    kind: 'language-of-page-missing',
    criterion: '3.1.1',
    on: 'note',
    inject: () => {
      document.documentElement.removeAttribute('lang')
    },
  },
  {
    kind: 'language-of-page-wrong',
    criterion: '3.1.1',
    on: 'release',
    inject: () => {
      document.documentElement.lang = 'fr'
    },
  },
  {
    kind: 'language-of-part-missing',
    criterion: '3.1.2',
    on: 'release',
    inject: () => {
      after(
        'main p',
        '<p>Le maire a annoncé aujourd’hui un plan inventé, dont les détails seront publiés dans les prochains jours par une équipe qui n’existe pas.</p>',
      )
    },
  },
  {
    kind: 'language-of-part-wrong',
    criterion: '3.1.2',
    on: 'release',
    inject: () => {
      first('main blockquote, main p:nth-of-type(3)').lang = 'de'
    },
  },
  {
    kind: 'language-of-part-unknown',
    criterion: '3.1.2',
    on: 'release',
    inject: () => {
      after('main p', '<p>He said: <span lang="frrr">« Bonjour à tous les inventés »</span></p>')
    },
  },
  {
    kind: 'frame-without-title',
    criterion: '4.1.2',
    on: 'note',
    inject: () => {
      after('main p', '<iframe src="/privacy/" width="300" height="200"></iframe>')
    },
  },
  {
    kind: 'reference-to-nothing',
    criterion: '1.3.1',
    on: 'form',
    inject: () => {
      const legend = first('fieldset[aria-describedby="contact-hint"] legend')
      const group = legend.parentElement
      rename('fieldset[aria-describedby="contact-hint"]', 'div')
      legend.remove()
      if (!group) throw new Error('No group')
      document.querySelector('#contact-hint')?.parentElement?.setAttribute('role', 'group')
      document
        .querySelector('#contact-hint')
        ?.parentElement?.setAttribute('aria-labelledby', 'gone')
    },
  },
]

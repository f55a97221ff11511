import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Publication } from '../../../src/document/library.ts'
import { html } from '../../../src/formats/html.ts'
import { singleFile } from '../../../src/formats/single-file.ts'
import type { FormatContext } from '../../../src/formats/writers.ts'
import { inlineStyleHashes } from '../../../src/server/headers.ts'
import { contrast } from '../pictures/pixels.ts'
import { digestElsewhere, digestOf } from './digests.ts'
import { addresses, context, real, specimen } from './written.ts'

const offered = /^\/(press-releases|action-plans)\//
const publications: [Publication, FormatContext][] = [
  ...[...real.published.values()].map((each): [Publication, FormatContext] => [each, real.context]),
  ...addresses.map((address): [Publication, FormatContext] => [specimen(address), context]),
].filter(([{ address }]) => offered.test(address))

const release = specimen('/press-releases/specimen-release/')
const page = singleFile.write(release, context)
const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? []
const rules = style.replace(/\/\*.*?\*\//gs, '')

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  // A title holds all the words of its heading, and a record's heading is as long as it is.
  rules: {
    'long-title': 'off',
    // The form of the settings is sent nowhere; a button would promise that it were.
    'wcag/h32': 'off',
    // In large type a telephone number has to break.
    'tel-non-breaking': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
  },
})

/** Addresses as they are on the site, and pictures too. */
function asOnTheSite(article: string, address: string, its: FormatContext): string {
  const pictures = new Map(
    ['/images/specimen-tower.png', '/images/specimen-pattern.png'].map((src) => [
      Buffer.from(context.readPicture(src)).toString('base64'),
      src,
    ]),
  )
  return article
    .replaceAll(`href="${its.siteUrl}${address}#quote`, 'href="#quote')
    .replaceAll(`href="${its.siteUrl}/`, 'href="/')
    .replace(/data:image\/png;base64,([^"]*)/g, (_, data: string) => pictures.get(data) ?? '')
}

for (const [publication, its] of publications) {
  const { address, data } = publication
  const written = singleFile.write(publication, its)

  test(`the file of ${address} holds the whole page as it is on the site`, () => {
    const [, article = ''] = /<article>(.*?)<\/article>/s.exec(written) ?? []
    const withoutSettings = article.replace(/<section class="display".*?<\/section>/s, '')
    assert.notEqual(withoutSettings, article)
    assert.equal(asOnTheSite(withoutSettings, address, its), html.write(publication, its))
  })

  test(`the file of ${address} needs nothing else, and runs nothing`, () => {
    assert.doesNotMatch(written, /<(script|iframe|object|embed|base)\b|\son\w+="|@import|url\(/i)
    assert.doesNotMatch(written, /<link (?!rel="canonical")/)
    for (const [, src = ''] of written.matchAll(/ src=("[^"]*")/g)) assert.match(src, /^"data:/)
    for (const [, href = ''] of written.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      assert.match(href, /^(#|https?:|mailto:|tel:)/)
    }
  })

  test(`the file of ${address} is valid HTML`, async () => {
    const { results } = await validator.validateString(written)
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => [ruleId, message])),
      [],
    )
  })

  test(`the file of ${address} says what it is, whose, and when`, () => {
    assert.ok('published' in data)
    const meta = Object.fromEntries(
      [...written.matchAll(/<meta name="([^"]*)" content="([^"]*)">/g)].map(
        ([, name = '', content = '']) => [name, content],
      ),
    )
    assert.equal(meta['dcterms.issued'], data.published)
    assert.equal(meta['dcterms.modified'], data.updatedAt)
    assert.equal(meta['dcterms.rights'], its.site.disclaimer)
    assert.ok((meta['dcterms.publisher']?.length ?? 0) > 5)
    assert.equal(meta.author, meta['dcterms.publisher'])
    assert.ok(written.includes(`<link rel="canonical" href="${its.siteUrl}${address}">`))
    assert.match(
      written,
      new RegExp(
        `^<!doctype html>\n<html lang="${data.lang}"${data.lang === 'ar' ? ' dir="rtl"' : ''}>`,
      ),
    )
  })
}

test('its own policy lets its style through, and nothing from elsewhere', () => {
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
  const [hash = ''] = inlineStyleHashes(page)
  assert.deepEqual(policy.split('; '), [
    "default-src 'none'",
    `style-src ${hash}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ])
})

test('every file has the same style, so that the site’s policy names it once', () => {
  const hashes = publications.flatMap((each) => inlineStyleHashes(singleFile.write(...each)))
  assert.equal(hashes.length, publications.length)
  assert.equal(new Set(hashes).size, 1)
})

test('the heading comes first, and the settings right after what belongs to it', () => {
  const body = page.slice(page.indexOf('<body>'))
  assert.match(body, /^<body>\s*<main id="main">\s*<article><header class="title"><h1>/)
  assert.match(body, /<\/header><section class="display" aria-label="Display settings"/)
})

test('each choice of a setting does something, and each rule has its choice', () => {
  const radios = [...page.matchAll(/<input type="radio" name="(\w+)" id="([\w-]+)"[^>]*>/g)]
  const checked = radios.filter(([radio]) => radio.includes(' checked'))
  assert.deepEqual(
    checked.map(([, name]) => name),
    ['size', 'spacing', 'font', 'colours'],
  )
  // How the page comes needs no rule, though a font may have one for its label.
  const needed = radios.filter((radio) => !checked.includes(radio)).map(([, , id]) => id)
  const ruled = [...rules.matchAll(/:has\(#([\w-]+):checked\)/g)].map(([, id]) => id)
  assert.deepEqual(ruled.filter((id) => id !== 'font-sans').toSorted(), needed.toSorted())
})

test('words and links have a contrast of 7 to 1 and more in all colours, the focus and rings 3', () => {
  const blocks = [...rules.matchAll(/--page: [^}]*--focus: [^}]*/g)].map(([block]) =>
    Object.fromEntries(
      [...block.matchAll(/--(page|tint|text|quiet|link|focus): ([^;]+);/g)].map(
        ([, role = '', value = '']) => [role, value],
      ),
    ),
  )
  const schemes = blocks.flatMap((roles) => {
    const half = (index: number) =>
      Object.fromEntries(
        Object.entries(roles).map(([role, value]) => {
          const [, light = value, dark = value] = /light-dark\((.+), (.+)\)/.exec(value) ?? []
          return [role, full(index === 0 ? light : dark)]
        }),
      )
    return roles.page?.startsWith('light-dark') ? [half(0), half(1)] : [half(0)]
  })
  assert.equal(schemes.length, 8)
  for (const { page = '', tint = '', text = '', quiet = '', link = '', focus = '' } of schemes) {
    for (const ground of [page, tint]) {
      for (const ink of [text, quiet, link]) {
        assert.ok(contrast(ink, ground) >= 7, `${ink} on ${ground}: ${contrast(ink, ground)}`)
      }
      assert.ok(contrast(focus, ground) >= 3, `${focus} on ${ground}`)
    }
  }
})

/** #abc as #aabbcc. */
const full = (colour: string): string =>
  colour.length === 4 ? colour.replace(/[^#]/g, (digit) => digit + digit) : colour

test('nothing in it beats what readers set themselves', () => {
  assert.doesNotMatch(page, / style=|!important/)
})

test('the same text is written twice, and by another process', () => {
  const here = digestOf(singleFile)
  assert.equal(digestOf(singleFile), here)
  assert.equal(digestElsewhere('single-file.ts', 'singleFile'), here)
})

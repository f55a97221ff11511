import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCrossSite, type OriginHeaders } from '../../../src/requests/cross-site.ts'

const host = 'releases.example'
const other = 'https://other.example'

const accepted: [what: string, headers: OriginHeaders][] = [
  ['no header at all', {}],
  ['nothing but Host (an old browser, lynx, w3m)', { host }],
  ['a form of this site', { secFetchSite: 'same-origin', origin: `https://${host}`, host }],
  ['a reload by the person', { secFetchSite: 'none', host }],
  [
    'a browser that knows better than a proxy that changes Host',
    { secFetchSite: 'same-origin', origin: `https://${host}`, host: '127.0.0.1:4321' },
  ],
  ['a Sec-Fetch-Site that a proxy emptied', { secFetchSite: '', host }],
  ['an Origin that is hidden', { origin: 'null', host }],
  ['an Origin that is empty', { origin: '', host }],
  ['an Origin that is none', { origin: 'made up', host }],
  ['the same host', { origin: `http://${host}`, host }],
  ['TLS that a proxy ends', { origin: `https://${host}`, host: `${host}:443` }],
  [
    'TLS that a proxy ends, which names its own port',
    { origin: `https://${host}`, host: `${host}:80` },
  ],
  ['default ports that are written out', { origin: `https://${host}:443`, host }],
  ['another port on both sides', { origin: 'http://localhost:4321', host: 'localhost:4321' }],
  ['capitals', { origin: 'https://RELEASES.example', host: 'Releases.Example' }],
  ['IPv6', { origin: 'http://[::1]:4321', host: '[0:0::1]:4321' }],
  ['a name in another script', { origin: 'https://xn--gre-6ka8i.example', host: 'größe.example' }],
  ['no Host', { origin: other }],
]
const refused: [what: string, headers: OriginHeaders][] = [
  ['another site', { secFetchSite: 'cross-site', origin: other, host }],
  ['another site with a hidden Origin', { secFetchSite: 'cross-site', origin: 'null', host }],
  ['another host of this site', { secFetchSite: 'same-site', origin: `https://www.${host}`, host }],
  ['a word that no browser says', { secFetchSite: 'made-up', host }],
  ['an old browser on another site', { origin: other, host }],
  ['a host that begins the same', { origin: `https://${host}.other.example`, host }],
  ['a host that ends the same', { origin: `https://www.${host}`, host }],
  ['another port', { origin: `http://${host}:8080`, host }],
  ['another port of Host', { origin: `http://${host}`, host: `${host}:8080` }],
  ['an extension', { origin: 'chrome-extension://made-up', host }],
]
for (const [what, headers] of accepted) {
  test(`accepts ${what}`, () => {
    assert.equal(isCrossSite(headers), false)
  })
}
for (const [what, headers] of refused) {
  test(`refuses ${what}`, () => {
    assert.equal(isCrossSite(headers), true)
  })
}

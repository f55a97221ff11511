import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress } from '../../../src/requests/client-address.ts'
import { networkOf } from '../../../src/requests/network.ts'

const proxy = '127.0.0.1'
const reader = '192.0.2.1'

const table: [what: string, forwardedFor: string | undefined, hops: number, expected: string][] = [
  ['no proxy is trusted', reader, 0, proxy],
  ['nothing was forwarded', undefined, 1, proxy],
  ['an empty header', '', 1, proxy],
  ['one proxy', reader, 1, reader],
  ['one proxy, and an entry that the reader made up', `203.0.113.9, ${reader}`, 1, reader],
  ['two proxies', `203.0.113.9, ${reader},198.51.100.7`, 2, reader],
  ['a proxy that was gone around', reader, 2, reader],
  ['an unknown reader behind two proxies', 'unknown, 198.51.100.7', 2, '198.51.100.7'],
  ['an unknown reader behind one', `${reader}, unknown`, 1, proxy],
  ['a made-up entry far at the left', `203.0.113.9, _hidden`, 1, proxy],
  ['a port', '192.0.2.1:567', 1, reader],
  ['IPv6', '2001:db8::1', 1, '2001:db8::1'],
  ['IPv6 in brackets', '[2001:db8::1]', 1, '2001:db8::1'],
  ['IPv6 with a port', '[::1]:123', 1, '::1'],
  ['commas alone', ',,,', 2, proxy],
  ['scripts', '<script>, 1.2.3.4.5', 2, proxy],
  ['16 KiB of entries', `${'203.0.113.9,'.repeat(1_400)}${reader}`, 1, reader],
]
for (const [what, forwardedFor, hops, expected] of table) {
  test(`the address of a reader: ${what}`, () => {
    assert.equal(clientAddress(proxy, forwardedFor, hops), expected)
  })
}
test('a connection that has closed has no address', () => {
  assert.equal(clientAddress(undefined, undefined, 1), '')
})

const networks: [address: string, network: string][] = [
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:201', '192.0.2.1'],
  ['0:0:0:0:0:ffff:c000:0201', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
  ['made up', 'made up'],
]
for (const [address, network] of networks) {
  test(`the network of "${address}" is "${network}"`, () => {
    assert.equal(networkOf(address), network)
  })
}

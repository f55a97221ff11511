import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createLimiter, type Limiter } from '../../../src/requests/limiter.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A limiter of three in ten minutes with a clock that is set by hand. */
function limiterWithClock() {
  const clock = { at: Date.parse('2016-11-25T10:00:00Z') }
  return { clock, limiter: createLimiter({ most: 3, now: () => clock.at }) }
}

const isTaken = (limiter: Limiter, address: string) => 'release' in limiter.reserve(address)

test('twenty in ten minutes, unless it is told otherwise', () => {
  const limiter = createLimiter()
  const taken = Array.from({ length: 25 }, () => isTaken(limiter, '192.0.2.1'))
  assert.equal(taken.filter(Boolean).length, 20)
})

test('each one counts for ten minutes, and the wait is said in seconds', () => {
  const { clock, limiter } = limiterWithClock()
  for (let count = 0; count < 3; count += 1) {
    assert.ok(isTaken(limiter, '192.0.2.1'))
    clock.at += MINUTE
  }
  assert.deepEqual(limiter.reserve('192.0.2.1'), { retryAfter: 7 * 60 })
  clock.at += 7 * MINUTE - 1
  assert.deepEqual(limiter.reserve('192.0.2.1'), { retryAfter: 1 })
  clock.at += 1
  assert.ok(isTaken(limiter, '192.0.2.1'))
  assert.deepEqual(limiter.reserve('192.0.2.1'), { retryAfter: 60 })
})

test('what was refused does not count', () => {
  const { clock, limiter } = limiterWithClock()
  for (let count = 0; count < 50; count += 1) limiter.reserve('192.0.2.1')
  clock.at += 10 * MINUTE
  assert.ok(isTaken(limiter, '192.0.2.1'))
})

test('what was not stored is given back, once', () => {
  const { limiter } = limiterWithClock()
  const reservations = Array.from({ length: 3 }, () => limiter.reserve('192.0.2.1'))
  const [first] = reservations
  assert.ok(first && 'release' in first)
  assert.ok(!isTaken(limiter, '192.0.2.1'))
  first.release()
  first.release()
  assert.ok(isTaken(limiter, '192.0.2.1'))
  assert.ok(!isTaken(limiter, '192.0.2.1'))
})

test('networks are counted apart, and addresses of one network together', () => {
  const { limiter } = limiterWithClock()
  const addresses = ['2001:db8::1', '2001:db8::ffff:1', '2001:0db8:0:0:9::', '2001:db8::2']
  assert.deepEqual(
    addresses.map((address) => isTaken(limiter, address)),
    [true, true, true, false],
  )
  assert.ok(isTaken(limiter, '2001:db8:0:1::1'))
  const mapped = ['192.0.2.1', '::ffff:192.0.2.1', '::ffff:c000:201', '192.0.2.1']
  assert.deepEqual(
    mapped.map((address) => isTaken(limiter, address)),
    [true, true, true, false],
  )
  assert.ok(isTaken(limiter, '192.0.2.2'))
})

test('many at once are never more than the most, also when some are given back', async () => {
  const limiter = createLimiter({ most: 5 })
  let held = 0
  let highest = 0
  await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const reservation = limiter.reserve('192.0.2.1')
      if (!('release' in reservation)) return
      highest = Math.max(highest, (held += 1))
      await Promise.resolve()
      if (index % 2 === 0) {
        reservation.release()
        held -= 1
      }
    }),
  )
  assert.equal(highest, 5)
  assert.equal(held, 2)
})

test('a clock that is put back keeps nobody waiting for longer than the window', () => {
  const { clock, limiter } = limiterWithClock()
  for (let count = 0; count < 3; count += 1) limiter.reserve('192.0.2.1')
  clock.at -= 3 * 60 * MINUTE
  assert.ok(isTaken(limiter, '192.0.2.1'))
})

test('the key is thrown away after a day', () => {
  const clock = { at: 0 }
  const limiter = createLimiter({ most: 1, window: 3 * DAY, now: () => clock.at })
  assert.ok(isTaken(limiter, '192.0.2.1'))
  clock.at += DAY - 1
  assert.ok(!isTaken(limiter, '192.0.2.1'))
  clock.at += 1
  assert.ok(isTaken(limiter, '192.0.2.1'))
})

test('memory does not grow with the number of networks, and is given back', () => {
  setFlagsFromString('--expose-gc')
  const used = () => {
    runInNewContext('gc()')
    return process.memoryUsage().heapUsed
  }
  const clock = { at: 0 }
  const limiter = createLimiter({ most: 1, now: () => clock.at })
  const before = used()
  for (let index = 0; index < 130_000; index += 1) {
    limiter.reserve(`10.${index >> 16}.${(index >> 8) & 0xff}.${index & 0xff}`)
  }
  const after = used() - before
  assert.ok(after < 40_000_000, `${after} bytes`)
  // The newest are remembered, and the first made room for them.
  assert.ok(!isTaken(limiter, '10.1.251.207'))
  assert.ok(isTaken(limiter, '10.0.0.0'))
  clock.at += 10 * MINUTE
  assert.ok(isTaken(limiter, '10.0.0.0'))
  assert.ok(used() - before < after / 10)
})

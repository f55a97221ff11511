import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { mock, test } from 'node:test'
import { createDigester } from '../../../src/server/digests.ts'
import { startSite, writeFolder } from './site.ts'

const MEGABYTE = 1024 * 1024
// As OpenSSL gives it: printf abc | openssl dgst -sha256 -binary | head -c 16 | base64
const ABC = 'ungWv48Bz+pBQUDeXa4iIw=='

// Real reads of real files, which are only counted.
const openToRead = fs.createReadStream
const reads = mock.method(fs, 'createReadStream')
syncBuiltinESMExports()

test('a digest is the beginning of the SHA-256 of the bytes', async (t) => {
  const folder = await writeFolder(t, { x: 'abc' })
  const { digest } = await createDigester()(join(folder, 'x'))
  assert.deepEqual(Buffer.from(digest, 'base64url'), Buffer.from(ABC, 'base64'))
})

test('a version of a file is read once, however many ask for it at the same time', async (t) => {
  const site = await startSite(t, { 'long.pdf': Buffer.alloc(8 * MEGABYTE) })
  const ask = async (): Promise<(string | undefined)[]> => {
    const asked = Array.from({ length: 20 }, () => site.ask('/long.pdf', {}, 'HEAD'))
    return (await Promise.all(asked)).map(({ headers }) => headers.etag)
  }
  reads.mock.resetCalls()
  const tags = new Set([...(await ask()), ...(await ask())])
  assert.equal(tags.size, 1)
  assert.equal(reads.mock.callCount(), 1)

  await writeFile(join(site.folder, 'long.pdf'), Buffer.alloc(8 * MEGABYTE, 1))
  const [tag] = await ask()
  assert.ok(tag !== undefined && !tags.has(tag))
  assert.equal(reads.mock.callCount(), 2)
})

/** Microseconds of processor time that this thread has used, whatever else the machine does. */
function used(): number {
  const { user, system } = process.threadCpuUsage()
  return user + system
}

test('while a long file is read the server goes on with other things', async (t) => {
  const long = Buffer.alloc(64 * MEGABYTE)
  const folder = await writeFolder(t, { long })
  const start = used()
  createHash('sha256').update(long)
  const atOnce = used() - start

  let reading = true
  let longestWait = 0
  let last = used()
  const others = (): void => {
    const now = used()
    longestWait = Math.max(longestWait, now - last)
    last = now
    if (reading) setImmediate(others)
  }
  others()
  await createDigester()(join(folder, 'long'))
  reading = false
  assert.ok(longestWait < atOnce / 2, `${longestWait} µs, and ${atOnce} µs at once`)
})

test('what was asked for longest ago is forgotten first', async (t) => {
  const folder = await writeFolder(t, { a: 'a', b: 'b', c: 'c' })
  const digest = createDigester(2)
  const readsFor = async (name: string): Promise<number> => {
    reads.mock.resetCalls()
    await digest(join(folder, name))
    return reads.mock.callCount()
  }
  for (const [name, expected] of [
    ['a', 1],
    ['b', 1],
    ['a', 0],
    ['c', 1],
    ['a', 0],
    ['b', 1],
  ] as const) {
    assert.equal(await readsFor(name), expected, name)
  }
})

test('a file that is replaced while it is read does not get the tag of the one before', async (t) => {
  const site = await startSite(t, { 'x.txt': 'before', 'x.next': 'after' })
  reads.mock.mockImplementationOnce((path, options) => {
    fs.renameSync(join(site.folder, 'x.next'), join(site.folder, 'x.txt'))
    return openToRead(path, options)
  })
  const replaced = await site.ask('/x.txt')
  assert.equal(replaced.body.toString(), 'after')
  assert.equal(replaced.headers.etag, undefined)
  assert.ok((await site.ask('/x.txt')).headers.etag)
})

test('a file that could not be read is read again', async (t) => {
  const folder = await writeFolder(t, { x: 'abc' })
  const digest = createDigester()
  const path = join(folder, 'x')
  reads.mock.mockImplementationOnce((_path, options) => openToRead(folder, options))
  await assert.rejects(digest(path), { code: 'EISDIR' })
  assert.ok((await digest(path)).digest)

  await rename(path, join(folder, 'y'))
  await assert.rejects(digest(path), { code: 'ENOENT' })
})

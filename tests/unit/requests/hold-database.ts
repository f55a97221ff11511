/* A program that keeps the database of the environment to itself, until its input ends. */
import { once } from 'node:events'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { readConfiguration } from '../../../src/configuration.ts'

const { database } = readConfiguration(process.env)
if ('url' in database) {
  const client = new pg.Client(database.url)
  await client.connect()
  await client.query('begin')
  await client.query('lock table requests in access exclusive mode')
} else {
  new Sqlite(database.file).exec('begin exclusive')
}
console.log('held')
process.stdin.resume()
await once(process.stdin, 'end')
process.exit()

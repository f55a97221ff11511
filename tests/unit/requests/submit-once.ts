/* A program that opens the database of the environment when its input ends, and stores a request. */
import { once } from 'node:events'
import { readConfiguration } from '../../../src/configuration.ts'
import { Database } from '../../../src/requests/database.ts'
import { RequestStore } from '../../../src/requests/store.ts'
import { submission } from './submissions.ts'

console.log('ready')
process.stdin.resume()
await once(process.stdin, 'end')
const database = await Database.open(readConfiguration(process.env).database)
const { reference } = await new RequestStore(database).submit(submission())
console.log(reference)
await database.close()

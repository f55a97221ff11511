/* A program that stores requests until it is killed, and prints each reference when it is stored. */
import { randomUUID } from 'node:crypto'
import { readConfiguration } from '../../../src/configuration.ts'
import { Database } from '../../../src/requests/database.ts'
import { RequestStore } from '../../../src/requests/store.ts'
import { submission } from './submissions.ts'

const store = new RequestStore(await Database.open(readConfiguration(process.env).database))

async function submitEndlessly(): Promise<never> {
  for (;;) {
    const { reference } = await store.submit(submission({ formId: randomUUID() }))
    console.log(reference)
  }
}
await Promise.all([submitEndlessly(), submitEndlessly(), submitEndlessly()])

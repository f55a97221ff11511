import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { formatRequests } from './document/schemas.ts'

const file = 'content/format-requests.yaml'

/** The counts that `npm run requests -- ledger` wrote; undefined when it has written none. */
export const ledger = existsSync(file)
  ? formatRequests.parse(parse(readFileSync(file, 'utf8')))
  : undefined

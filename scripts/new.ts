/* `npm run new -- KIND`: begins something new for content/. */
import { join } from 'node:path'
import { runDrafting } from '../src/drafting/main.ts'

process.exitCode = await runDrafting(process.argv.slice(2), {
  env: process.env,
  input: process.stdin,
  output: process.stdout,
  messages: process.stderr,
  root: join(import.meta.dirname, '..'),
})

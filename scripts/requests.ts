/* `npm run requests -- COMMAND`: the desk of the people who answer requests for formats. */
import { runDesk } from '../src/requests/desk/main.ts'

// Whoever reads the results may stop, as `| head` does: the work is done, and nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runDesk(process.argv.slice(2), {
  env: process.env,
  input: process.stdin,
  output: process.stdout,
  messages: process.stderr,
})

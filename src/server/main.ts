import { ConfigurationError, readConfiguration } from '../configuration.ts'
import { serve, StartError } from './serve.ts'

try {
  await serve(readConfiguration(process.env))
} catch (error) {
  if (!(error instanceof ConfigurationError || error instanceof StartError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

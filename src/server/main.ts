import { parseArgs } from 'node:util'
import { ConfigurationError, readConfiguration } from '../configuration.ts'
import { serve, StartError, type RunningSite } from './serve.ts'

/**
 * Serves a build, or says in one sentence why not and lets the process end with exit code 2.
 * @param parameters of the command: `--folder dist-preview` serves another folder than dist/
 */
export async function start(parameters: string[]): Promise<RunningSite | undefined> {
  try {
    const configuration = readConfiguration(process.env)
    return await serve(configuration, readFolder(parameters))
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof StartError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
    return undefined
  }
}

function readFolder(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { folder: { type: 'string' } } }).values.folder
  } catch {
    const given = args.join(' ')
    throw new StartError(`"${given}" is not understood: the only option is --folder FOLDER.`)
  }
}

if (import.meta.main) await start(process.argv.slice(2))

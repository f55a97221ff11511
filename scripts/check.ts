/*
 * `npm run check [-- --fix] [FOLDER]`: everything that a writer can get wrong, in seconds and without a
 * browser. Ends with 1 when something must be mended before anything can be published.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError, readConfiguration } from '../src/configuration.ts'
import { checkContent } from '../src/subeditor/check.ts'
import { mendDrafts } from '../src/subeditor/mend-drafts.ts'
import { annotations, reportAsJson, reportInWords } from '../src/subeditor/report.ts'

const project = join(import.meta.dirname, '..')

/** Something that the person who typed the command must change; the message is one sentence or two. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

try {
  await main()
} catch (error) {
  if (!(error instanceof UsageError || error instanceof ConfigurationError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

async function main(): Promise<void> {
  const { fix, json, github, base, errorsOnly, root } = readArguments()
  const { siteUrl, now = new Date() } = readConfiguration(process.env)
  const cache = root === project ? join(root, '.cache') : undefined
  if (fix) {
    // Beside the problems, so that programs read these alone.
    const say = json ? console.error : console.log
    for (const { file, line, what } of mendDrafts(root, now))
      say(`${file}:${line}: mended: ${what}`)
  }
  const problems = await checkContent({ root, siteUrl, now, cache, base, errorsOnly })
  if (github) for (const line of annotations(problems)) console.log(line)
  console.log(json ? reportAsJson(problems) : reportInWords(problems))
  if (problems.some(({ level }) => level === 'error')) process.exitCode = 1
}

function readArguments() {
  const { values, positionals } = parse()
  const { fix, json, base, github, 'errors-only': errorsOnly } = values
  if (json && github) throw new UsageError('Choose one of --json and --github.')
  const [root = project, ...more] = positionals
  if (more.length > 0)
    throw new UsageError(`One folder is checked at a time, not ${more.join(' ')} too.`)
  if (!existsSync(join(root, 'content'))) {
    throw new UsageError(`There is no folder content in ${root}: name the folder that holds it.`)
  }
  const inGitHub = process.env.GITHUB_ACTIONS === 'true' && !json
  return { fix, json, base, errorsOnly, root, github: github || inGitHub }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        fix: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        github: { type: 'boolean', default: false },
        base: { type: 'string' },
        'errors-only': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    const [said] = error instanceof Error ? error.message.split('. ') : []
    throw new UsageError(
      `${said ?? 'An option is wrong'}. Known are --fix, --json, --github, --base REVISION and --errors-only.`,
    )
  }
}

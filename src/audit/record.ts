import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { format } from 'prettier'
import { stringify } from 'yaml'
import { z } from 'zod'
import { dayInLondon } from '../document/dates.ts'
import type { AuditResult } from '../document/schemas.ts'
import type { AuditedGroups } from './audit-groups.ts'
import { coverageTable } from './coverage.ts'
import { accesslintRules } from './engines/accesslint.ts'
import { axeRules } from './engines/axe.ts'
import { htmlValidateRules } from './engines/html-validate.ts'
import { modes } from './modes.ts'
import type { Level } from './rule.ts'
import { ownRules, rulesById } from './rules-by-id.ts'

const require = createRequire(import.meta.url)
const manifest = z.object({ version: z.string() })

/**
 * Writes down what an audit of the whole site found: content/audit.yaml, which the accessibility
 * statement is made from, and docs/wcag.md, which says how each criterion is tested.
 *
 * @param project the project's folder
 * @param now the moment of the audit
 */
export async function record(
  project: string,
  audited: AuditedGroups,
  now: Date,
  withNu: boolean,
): Promise<void> {
  const count = (level: Level) =>
    audited.pages.flatMap(({ findings }) => findings).filter((found) => found.level === level)
      .length
  const tools = [
    { name: 'The audit of this site', version: versionIn(project), rules: ownRules.length },
    { name: 'axe-core', version: versionOf('axe-core'), rules: axeRules.length },
    { name: 'AccessLint', version: versionOf('@accesslint/core'), rules: accesslintRules.length },
    { name: 'html-validate', version: versionOf('html-validate'), rules: htmlValidateRules.length },
    ...(withNu ? [{ name: 'Nu Html Checker', version: versionOf('vnu-jar'), rules: 1 }] : []),
  ]
  const heard = heardIn(join(project, 'tests', 'heard', 'transcripts'))
  const result: AuditResult = {
    date: dayInLondon(now),
    pages: audited.pages.length,
    rules: tools.reduce((sum, { rules }) => sum + rules, 0),
    modes: modes.map(({ name, words = name }) => words),
    tools,
    found: { errors: count('error'), warnings: count('warn'), answered: audited.answered },
    ...(heard && { heard }),
  }
  const head =
    '# Written by `npm run audit -- --record`. The accessibility statement is made from it.\n'
  writeFileSync(join(project, 'content', 'audit.yaml'), head + stringify(result))
  writeFileSync(join(project, 'docs', 'wcag.md'), await wcagPage())
}

/** What Orca read, by the transcripts that a person found good; undefined where there is no Orca. */
function heardIn(transcripts: string): AuditResult['heard'] {
  const { status, stdout } = spawnSync('orca', ['--version'], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const names = readdirSync(transcripts)
  return {
    screenReader: 'Orca',
    version: stdout.trim(),
    readings: names.filter((name) => name.endsWith('.speech.txt')).length,
    journeys: names.filter((name) => !/\.(speech|braille)\.txt$/.test(name)).length,
  }
}

/** @returns the text of docs/wcag.md, made from the rules as they are now */
export async function wcagPage(): Promise<string> {
  const page = `# How each criterion of WCAG 2.2 is tested

Levels A and AA. Made from the rules in \`src/audit/\` by \`npm run audit -- --record\`; do not edit it.
What “no such content” rests on is looked for on every page, by the rule \`feature-not-allowed\`.

${coverageTable([...rulesById.values()])}
`
  return format(page, { parser: 'markdown', printWidth: 100 })
}

function versionOf(name: string): string {
  const entry = require.resolve(name)
  const folder = entry.slice(0, entry.lastIndexOf(join('node_modules', name)))
  return versionIn(join(folder, 'node_modules', name))
}

function versionIn(folder: string): string {
  return manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version
}

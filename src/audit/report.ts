import { counted } from '../attachments/findings.ts'
import type { AuditedPage } from './audit.ts'
import type { Finding, Level } from './rule.ts'

const levels: readonly Level[] = ['error', 'warn', 'manual']

/** The findings as people read them: page by page, errors first. */
export function reportInWords(pages: readonly AuditedPage[]): string {
  const parts = pages
    .filter(({ findings }) => findings.length > 0)
    .map(({ path, findings }) => {
      const sorted = levels.flatMap((level) => findings.filter((found) => found.level === level))
      return [path, ...sorted.map(inWords)].join('\n')
    })
  return [...parts, summary(pages)].join('\n\n')
}

function inWords({ level, rule, sc, mode, message, selector, snippet, origin }: Finding): string {
  const criteria = sc === '' ? '' : ` (WCAG ${sc.replaceAll(' ', ', ')})`
  const seenIn = mode === undefined || mode === 'wide' ? '' : `, seen in: ${mode}`
  return [
    `  ${level}: ${rule}${criteria}${seenIn}`,
    `    ${message}`,
    `    at ${selector}`,
    ...(snippet === '' ? [] : [`    ${snippet}`]),
    ...(origin === undefined ? [] : [`    from ${origin}`]),
  ].join('\n')
}

function summary(pages: readonly AuditedPage[]): string {
  const [errors, warnings, manual] = levels.map(
    (level) =>
      pages.flatMap(({ findings }) => findings).filter((found) => found.level === level).length,
  )
  return `${counted(pages.length, 'page')}: ${counted(errors ?? 0, 'error')}, ${counted(warnings ?? 0, 'warning')}, ${manual ?? 0} for a person to look at`
}

/** The findings as programs read them. */
export function reportAsJson(pages: readonly AuditedPage[]): string {
  const byPath = Object.fromEntries(pages.map(({ path, findings }) => [path, findings]))
  return `${JSON.stringify({ pages: byPath }, null, 2)}\n`
}

/** Whether anything fails the audit. */
export function hasErrors(pages: readonly AuditedPage[]): boolean {
  return pages.some(({ findings }) => findings.some(({ level }) => level === 'error'))
}

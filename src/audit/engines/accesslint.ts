import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { rules, type Rule } from '@accesslint/core'
import type { Page } from '@playwright/test'
import type { Fault, RuleFacts } from '../rule.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('@accesslint/core/iife'), 'utf8')

declare global {
  interface Window {
    AccessLint?: typeof import('@accesslint/core')
  }
}

/** The rules of AccessLint's engine. */
export const accesslintRules: readonly RuleFacts[] = rules.map((rule) => ({
  id: `accesslint/${rule.id}`,
  level: isCertain(rule) ? 'error' : 'warn',
  criteria: rule.wcag,
  source: rule.actRuleIds?.[0]
    ? `https://www.w3.org/WAI/standards-guidelines/act/rules/${rule.actRuleIds[0]}/`
    : 'https://github.com/AccessLint/accesslint/tree/main/core#rules',
  meets: `${rule.description.replace(/\.$/, '')}.`,
  mend: rule.guidance ?? 'Do what the rule says.',
}))

/**
 * Lets AccessLint read the page as it is now.
 *
 * @param page stays as it was
 */
export async function faultsOfAccesslint(page: Page): Promise<Fault[]> {
  await page.evaluate(source)
  const violations = await page.evaluate(() =>
    (window.AccessLint?.runAudit(document).violations ?? []).map(
      ({ ruleId, selector, html, message }) => ({ ruleId, selector, html, message }),
    ),
  )
  return violations.map(({ ruleId, selector, html, message }) => ({
    rule: `accesslint/${ruleId}`,
    selector,
    snippet: html,
    detail: message,
  }))
}

function isCertain({ level, tags = [] }: Rule): boolean {
  return level !== 'AAA' && !tags.includes('best-practice')
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { rules, type Rule } from '@accesslint/core'
import type { Page } from '@playwright/test'
import type { Fault, Level, RuleFacts } from '../rule.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('@accesslint/core/iife'), 'utf8')

declare global {
  interface Window {
    AccessLint?: typeof import('@accesslint/core')
  }
}

/**
 * What axe-core looks at too, with more of the standards: values such as tel-local-prefix, several
 * roles in a row, aria-owns.
 */
const LEFT_OUT = [
  'adaptable/aria-required-parent',
  'adaptable/autocomplete-valid',
  'adaptable/listitem-parent',
  'aria/aria-roles',
  'aria/aria-valid-attr-value',
]

/** What it takes for missing may stand in words: beside the film or sound, or inside the object. */
const FOR_A_PERSON = [
  'text-alternatives/object-alt',
  'time-based-media/audio-transcript',
  'time-based-media/video-captions',
]

/** Bad practice, and no failure of WCAG by itself. */
const OF_PRACTICE = ['aria/aria-allowed-role', 'aria/presentation-role-conflict']

const asked = rules.filter(({ id }) => !LEFT_OUT.includes(id))

/** The rules of AccessLint's engine. */
export const accesslintRules: readonly RuleFacts[] = asked.map((rule) => ({
  id: `accesslint/${rule.id}`,
  level: levelOf(rule),
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
  const told = violations.filter(({ ruleId }) => !LEFT_OUT.includes(ruleId))
  return told.map(({ ruleId, selector, html, message }) => ({
    rule: `accesslint/${ruleId}`,
    selector,
    snippet: html,
    detail: message,
  }))
}

function levelOf({ id, level, tags = [] }: Rule): Level {
  if (FOR_A_PERSON.includes(id)) return 'manual'
  const isOfPractice = OF_PRACTICE.includes(id) || tags.includes('best-practice')
  return level === 'AAA' || isOfPractice ? 'warn' : 'error'
}

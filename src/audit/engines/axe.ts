import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import axe, { type AxeResults, type NodeResult, type Result } from 'axe-core'
import { WCAG_TAG } from '../criteria.ts'
import type { Fault, Level, RuleFacts } from '../rule.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/** What axe leaves open on every page without a style sheet, where nothing can be locked. */
const NOT_ASKED = ['css-orientation-lock']

/** The rules of axe-core, with those that it leaves out by default. */
export const axeRules: readonly RuleFacts[] = axe.getRules().map((rule) => ({
  id: `axe/${rule.ruleId}`,
  level: levelOf(rule.tags),
  criteria: criteriaOf(rule.tags),
  source: rule.helpUrl,
  meets: sentence(rule.help),
  mend: sentence(rule.description),
}))

/**
 * Lets axe-core read the page as it is now.
 *
 * @param page stays as it was
 * @param mode the name of the mode that the page is in
 * @param rules ids without `axe/`; every rule when left out
 * @returns violations, and what axe cannot decide as `manual`
 */
export async function faultsOfAxe(page: Page, mode: string, rules?: string[]): Promise<Fault[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(source)
  const { violations, incomplete, unstyled } = await page.evaluate(run, rules ?? null)
  const isOfBrowser = ({ rule, selector }: Fault) =>
    rule === 'axe/target-size' && unstyled.includes(selector)
  return [
    ...violations
      .flatMap((result) => faults(result, mode))
      .map((fault): Fault => (isOfBrowser(fault) ? { ...fault, level: 'warn' } : fault)),
    ...incomplete
      .filter(({ id }) => !NOT_ASKED.includes(id))
      .flatMap((result) => faults(result, mode, 'manual')),
  ]
}

interface Outcome extends Pick<AxeResults, 'violations' | 'incomplete'> {
  /**
   * Selectors of small targets whose size is the browser's own, which WCAG 2.2, success criterion
   * 2.5.8 leaves out ("User Agent Control").
   */
  readonly unstyled: readonly string[]
}

async function run(only: string[] | null): Promise<Outcome> {
  const { axe } = window
  if (!axe) throw new Error('axe-core is not in the page')
  const rules = Object.fromEntries(
    axe.getRules().map(({ ruleId }) => [ruleId, { enabled: only?.includes(ruleId) ?? true }]),
  )
  const { violations, incomplete } = await axe.run(document, {
    rules,
    resultTypes: ['violations', 'incomplete'],
  })
  const small = violations.filter(({ id }) => id === 'target-size').flatMap(({ nodes }) => nodes)
  const unstyled = small
    .map(({ target }) => target.join(' '))
    .filter((selector) => {
      const element = document.querySelector(selector)
      if (!element?.matches('a[href]')) return false
      const { fontSize, lineHeight, padding, display } = getComputedStyle(element)
      return [fontSize, lineHeight, padding, display].join() === '16px,normal,0px,inline'
    })
  return { violations, incomplete, unstyled }
}

function faults({ id, nodes }: Result, mode: string, level?: Level): Fault[] {
  return nodes.map((node) => ({
    rule: `axe/${id}`,
    selector: node.target.join(' '),
    snippet: node.html,
    detail: summaryOf(node),
    mode,
    ...(level && { level }),
  }))
}

function summaryOf({ failureSummary, any, all, none }: NodeResult): string {
  const words = failureSummary ?? [...any, ...all, ...none].map(({ message }) => message).join('; ')
  return words.replace(/\s+/g, ' ').trim()
}

function criteriaOf(tags: string[]): string[] {
  return tags.flatMap((tag) => {
    const [, principle, guideline, criterion] = WCAG_TAG.exec(tag) ?? []
    return principle && guideline && criterion ? [`${principle}.${guideline}.${criterion}`] : []
  })
}

function levelOf(tags: string[]): Level {
  // Of these axe itself is not certain.
  if (tags.includes('experimental')) return 'warn'
  return tags.some((tag) => /^wcag2\d?aa?$/.test(tag)) ? 'error' : 'warn'
}

function sentence(words: string): string {
  return `${words.replace(/\.$/, '')}.`
}

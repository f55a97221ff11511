import type { AuditedPage } from './audit.ts'
import type { Finding } from './rule.ts'

/** Something of our own pages that a person has looked at, and found to be right. */
export interface Answer {
  readonly rule: string
  /** Fits the paths of the pages; every page when left out. */
  readonly pages?: RegExp
  /** Fits the selector of the place. */
  readonly where: RegExp
  /** The only mode in which it is found; every mode when left out. */
  readonly mode?: string
  readonly reason: string
  /** Where the limit of the tool, or the rule itself, is described. */
  readonly link: string
  /** When a person last looked, as `2026-11-27`. */
  readonly date: string
}

/**
 * Takes out what a person has answered. An error is never taken out.
 *
 * @returns the pages with what is left, and the answers that nothing asks for any more
 */
export function withAnswers(
  pages: readonly AuditedPage[],
  answers: readonly Answer[],
): { pages: AuditedPage[]; unasked: Answer[] } {
  const asked = new Set<Answer>()
  const left = pages.map(({ path, findings }) => ({
    path,
    findings: findings.filter((finding) => {
      const answer = answers.find((candidate) => fits(candidate, path, finding))
      if (answer) asked.add(answer)
      return answer === undefined || finding.level === 'error'
    }),
  }))
  return { pages: left, unasked: answers.filter((answer) => !asked.has(answer)) }
}

function fits({ rule, pages, where, mode }: Answer, path: string, finding: Finding): boolean {
  return (
    rule === finding.rule &&
    (pages?.test(path) ?? true) &&
    where.test(finding.selector) &&
    (mode ?? finding.mode) === finding.mode
  )
}

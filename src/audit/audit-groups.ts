import { join } from 'node:path'
import { withAnswers, type Answer } from './answers.ts'
import { audit, type AuditedPage, type AuditOptions } from './audit.ts'
import { openOrigins } from './origin.ts'
import { reviewed } from './reviewed.ts'
import type { TargetGroup } from './targets.ts'

export interface AuditedGroups {
  readonly pages: readonly AuditedPage[]
  /** Answers of `reviewed.ts` that nothing asks for any more; none when a part alone was looked at. */
  readonly unasked: readonly Answer[]
  /** How many places of this site people have answered for. */
  readonly answered: number
}

/**
 * Audits groups of pages. Those of this site are told with what people have answered, and with the
 * place where each finding is written.
 */
export async function auditGroups(
  groups: readonly TargetGroup[],
  options: AuditOptions,
): Promise<AuditedGroups> {
  const targets = groups.flatMap((group) => group.targets)
  const pages = await audit(targets, options)
  const audited: AuditedPage[] = []
  const unasked: Answer[] = []
  let answered = 0
  let start = 0
  for (const group of groups) {
    const own = pages.slice(start, start + group.targets.length)
    start += group.targets.length
    if (!group.isOurs || group.folder === undefined) {
      audited.push(...own)
      continue
    }
    const left = withAnswers(own, reviewed)
    audited.push(...withOrigins(left.pages, join(group.folder, '..', '..')))
    unasked.push(...left.unasked)
    answered += countOf(own) - countOf(left.pages)
  }
  return { pages: audited, unasked, answered }
}

function withOrigins(pages: readonly AuditedPage[], project: string): AuditedPage[] {
  const originOf = openOrigins(project)
  return pages.map(({ path, findings }) => ({
    path,
    findings: findings.map((finding) => {
      const origin = originOf({ page: path, ...finding })
      return origin === undefined ? finding : { ...finding, origin }
    }),
  }))
}

function countOf(pages: readonly AuditedPage[]): number {
  return pages.reduce((sum, { findings }) => sum + findings.length, 0)
}

import { date, paragraph, text } from './nodes.ts'
import type { KnownIssue } from './schemas.ts'
import type { Block, Fact } from './vocabulary.ts'

/**
 * The parts of the accessibility statement about what does not work, made from
 * content/known-issues.yaml, so that the statement cannot lag behind the list.
 */
export function knownIssueBlocks(issues: readonly KnownIssue[]): Block[] {
  if (issues.length === 0) {
    return [paragraph(text('We know of no part of this site that does not meet the standard.'))]
  }
  return issues.flatMap((issue, index): Block[] => {
    const fact = (term: string, words: string): Fact => ({ term, description: [text(words)] })
    return [
      {
        type: 'heading',
        depth: 3,
        id: `issue-${index + 1}`,
        children: [text(issue.problem)],
      },
      {
        type: 'facts',
        items: [
          fact('Who it affects', issue.whoItAffects),
          fact('WCAG success criterion', issue.criterion),
          fact('Why it is so', issue.reason),
          fact('When it will be mended', issue.fixBy),
          ...(issue.alternative === undefined
            ? []
            : [fact('What you can do until then', issue.alternative)]),
          { term: 'Found on', description: [date(issue.found)] },
        ],
      },
    ]
  })
}

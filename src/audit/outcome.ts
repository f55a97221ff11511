import type { RuleFacts } from './rule.ts'

/** What is found of a page that cannot be audited like others. */
export const outcomes = {
  hangs: {
    id: 'page-hangs',
    level: 'error',
    criteria: ['2.2.1'],
    source: 'https://www.w3.org/WAI/WCAG22/Understanding/timing-adjustable.html',
    meets: 'The page stops answering, so that nobody can read or use it.',
    mend: 'Find the script or the resource that never ends, and end it.',
  },
  missing: {
    id: 'page-missing',
    level: 'error',
    criteria: [],
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5',
    meets: 'There is no page at this address.',
    mend: 'Give the address or the file of a page that is there.',
  },
  incomplete: {
    id: 'audit-incomplete',
    level: 'manual',
    criteria: [],
    source: 'https://www.w3.org/TR/WCAG-EM/',
    meets: 'A part of the audit could not be done on this page, so nothing is known of it.',
    mend: 'Look at this page by hand, and tell the keepers of the audit.',
  },
} as const satisfies Record<string, RuleFacts>

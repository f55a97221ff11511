import type { Feature } from './in-page/features.ts'
import type { Fault, RuleFacts } from './rule.ts'

/**
 * Our own pages have nothing of what many criteria are about, and so meet them. This proves it on
 * every page; docs/wcag.md says which criteria rest on it.
 */
export const houseRule: RuleFacts = {
  id: 'feature-not-allowed',
  level: 'error',
  criteria: [],
  source: 'https://www.w3.org/TR/WCAG22/#cc1',
  meets:
    'The statement says that this site has no such thing, and nobody has tested it with people.',
  mend: 'Do without it; or allow it in src/audit/house-rule.ts, with tests of the criteria that it brings.',
}

/** Where a feature is allowed, and why. */
const allowed: readonly { pages: RegExp; feature: Feature }[] = [
  // The one page with script, which lists everything without it too.
  { pages: /^\/search\//, feature: 'script' },
]

/**
 * @param path the page's, as reports call it
 * @param features what `featuresOf` returned
 */
export function faultsOfHouse(path: string, features: readonly Feature[]): Fault[] {
  return features
    .filter((feature) => !allowed.some((rule) => rule.feature === feature && rule.pages.test(path)))
    .map((feature) => ({
      rule: houseRule.id,
      selector: 'html',
      snippet: '',
      detail: `This page has: ${feature}.`,
    }))
}

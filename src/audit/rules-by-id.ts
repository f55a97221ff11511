import { siteRules } from './across/site-rules.ts'
import { accesslintRules } from './engines/accesslint.ts'
import { axeRules } from './engines/axe.ts'
import { htmlValidateRules } from './engines/html-validate.ts'
import { nuRule } from './engines/nu.ts'
import { rulesOfOnePage } from './audit-page.ts'
import { houseRule } from './house-rule.ts'
import type { Fault, Finding, RuleFacts } from './rule.ts'

/** The rules that are our own. */
export const ownRules: readonly RuleFacts[] = [...rulesOfOnePage, ...siteRules, houseRule]

/** Every rule that the audit knows, by its id. */
export const rulesById: ReadonlyMap<string, RuleFacts> = new Map(
  [...ownRules, ...axeRules, ...accesslintRules, ...htmlValidateRules, nuRule].map((rule) => [
    rule.id,
    rule,
  ]),
)

/**
 * Says of a fault what people need to know.
 *
 * @throws when no rule has that id, which is a mistake in the audit
 */
export function findingOf({ rule: id, level, detail, ...place }: Fault): Finding {
  const rule = rulesById.get(id)
  if (!rule) throw new Error(`No rule is called ${id}`)
  return {
    rule: id,
    level: level ?? rule.level,
    sc: rule.criteria.join(' '),
    ...place,
    message: [detail, rule.meets, rule.mend].filter((words) => words !== undefined).join(' '),
  }
}

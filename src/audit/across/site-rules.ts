import type { SiteRule } from './facts.ts'
import { helpOrder } from './help-order.ts'
import { identification } from './identification.ts'
import { navigationOrder } from './navigation-order.ts'
import { oneWay } from './one-way.ts'
import { repeatedTitle } from './repeated-title.ts'

/** Every rule that compares the pages of a site. */
export const siteRules: readonly SiteRule[] = [
  repeatedTitle,
  oneWay,
  navigationOrder,
  identification,
  helpOrder,
]

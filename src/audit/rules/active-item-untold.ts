import { all, isHeard, listenersOf } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const ITEMS =
  '[role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=option], [role=treeitem], [role=tab], [role=radio]'

export const activeItemUntold: PageRule = {
  id: 'active-item-untold',
  level: 'error',
  criteria: ['4.1.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F79',
  meets: 'Keys move through the items, and nobody hears which one they have reached.',
  mend: 'Name the item in aria-activedescendant, or move the focus to it.',
  *find(): Iterable<FaultyElement> {
    const holders =
      '[role=menu], [role=menubar], [role=listbox], [role=tree], [role=tablist], [role=radiogroup], [role=grid]'
    for (const element of all(holders)) {
      if (
        element.tabIndex < 0 ||
        !isHeard(element) ||
        element.hasAttribute('aria-activedescendant')
      )
        continue
      const items = all(ITEMS, element)
      const isReached = items.some(
        (item) =>
          item.tabIndex >= 0 ||
          item.hasAttribute('tabindex') ||
          item.matches('a[href], button, input'),
      )
      const listens = listenersOf(element).some((type) => type.startsWith('key'))
      if (items.length > 1 && !isReached && listens)
        yield { element, detail: `None of its ${items.length} items can have the focus.` }
    }
    for (const element of all('[role=tablist]')) {
      const tabs = all('[role=tab]', element)
      if (
        tabs.length > 1 &&
        isHeard(element) &&
        !tabs.some((tab) => tab.getAttribute('aria-selected') === 'true')
      )
        yield { element, detail: 'None of its tabs says that it is selected.', level: 'manual' }
    }
  },
}

/*
 * What is put into each page: the rules that read it, and the words of the DOM that probes use.
 */
import { outcomes } from '../outcome.ts'
import { pageRules } from '../page-rules.ts'
import type { Fault, FaultyElement } from '../rule.ts'
// First of all: it is underneath what `watch.ts` listens to.
import './clock.ts'
import * as dom from './dom.ts'
import { keyboard } from './keyboard/main.ts'
import { looks } from './looks/main.ts'
import { pageFacts } from './page-facts.ts'
import { use } from './use/main.ts'
import './watch.ts'

const audit = { ...dom, faultsIn, keyboard, looks, pageFacts, use }

declare global {
  interface Window {
    /** Ours, under a name that no page is likely to use. */
    publicationAudit: typeof audit
  }
}

window.publicationAudit = audit

/**
 * @param asked the mode that the page is in, the mode of rules that name none, and the id of the one
 *   rule that is asked for, or null
 * @returns what the rules of the mode find in the page as it is now
 */
function faultsIn(asked: { mode: string; defaultMode: string; only: string | null }): Fault[] {
  const { mode, defaultMode, only } = asked
  const rules = pageRules.filter(
    ({ id, modes = [defaultMode] }) => modes.includes(mode) && (only ?? id) === id,
  )
  return dom.whileUnchanged(() => rules.flatMap(({ id, find }) => faultsOf(id, find, mode)))
}

function faultsOf(id: string, find: () => Iterable<FaultyElement>, mode: string): Fault[] {
  try {
    return [...find()].map(({ element, detail, level }) => ({
      rule: id,
      selector: dom.selectorOf(element),
      snippet: dom.snippetOf(element),
      mode,
      ...(detail === undefined ? {} : { detail }),
      ...(level === undefined ? {} : { level }),
    }))
  } catch (error) {
    // One rule that fails must not take the others with it, nor be silent.
    return [
      {
        rule: outcomes.incomplete.id,
        selector: 'html',
        snippet: '',
        detail: `${id}: ${String(error)}`,
      },
    ]
  }
}

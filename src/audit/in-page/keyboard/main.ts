/* What the keyboard's probe asks of a page. */
import { judgeClickOnly } from './click-only.ts'
import { judgeDeafControls } from './deaf-controls.ts'
import { findOpeners, goToLast, judgeClosed, judgeLeak, openWith } from './dialogues.ts'
import { hasActed } from './effects.ts'
import * as hover from './hover.ts'
import { focusInTrap, isOut, judgeForward, judgeMissed, judgeTrap, trapNow } from './judge-walk.ts'
import { judgeOrder } from './order.ts'
import { judgeMovements, judgePointerDown } from './pointing.ts'
import { judgeShortcuts } from './shortcuts.ts'
import { judgeLanding, judgeSkipLink } from './skip-link.ts'
import { faultOfSuspect, judgeMarks, judgePlaces, showFocus } from './stops.ts'
import { styleTraits } from './style-sheets.ts'
import { isInPage, progress, startWalk } from './walk.ts'

export const keyboard = {
  ...hover,
  faultOfSuspect,
  findOpeners,
  focusInTrap,
  goToLast,
  hasActed,
  isInPage,
  isOut,
  judgeClickOnly,
  judgeClosed,
  judgeDeafControls,
  judgeForward,
  judgeLanding,
  judgeLeak,
  judgeMarks,
  judgeMissed,
  judgeMovements,
  judgeOrder,
  judgePlaces,
  judgePointerDown,
  judgeShortcuts,
  judgeSkipLink,
  judgeTrap,
  openWith,
  progress,
  showFocus,
  startWalk,
  styleTraits,
  trapNow,
}

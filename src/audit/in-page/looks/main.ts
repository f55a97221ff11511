import { doubleLetters, lostSince, noteLost } from './doubled.ts'
import { lookAgain, msToWatch, scriptMotion, styleMotion } from './motion.ts'
import { movingPictures } from './moving-pictures.ts'
import { paintedTexts, judgePainted, showText, paintText } from './painted-text.ts'
import { noteScreen, printFaults } from './printed.ts'
import { paleStates } from './states.ts'

/** What probes of the group use in the page. */
export const looks = {
  doubleLetters,
  paintText,
  judgePainted,
  lookAgain,
  lostSince,
  msToWatch,
  movingPictures,
  noteLost,
  noteScreen,
  paintedTexts,
  paleStates,
  printFaults,
  scriptMotion,
  showText,
  styleMotion,
}

import type { RuleFacts } from '../rule.ts'

/** What is looked after by driving the page, not by reading it. */
export const paintedTextContrast: RuleFacts = {
  id: 'painted-text-contrast',
  level: 'error',
  criteria: ['1.4.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F83',
  meets: 'The words run into the picture or the gradient behind them.',
  mend: 'Put a plain area, dark or light enough, between the picture and the words.',
}

export const contrastInState: RuleFacts = {
  id: 'contrast-in-state',
  level: 'error',
  criteria: ['1.4.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum',
  meets: 'The words become too pale to read just when the reader turns to them.',
  mend: 'Give the state a colour and a background with a contrast of 4.5:1.',
}

export const textLostWhenLettersDouble: RuleFacts = {
  id: 'text-lost-when-letters-double',
  level: 'error',
  criteria: ['1.4.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F69',
  meets: 'Readers whose browser makes letters larger, and nothing else, lose words.',
  mend: 'Let boxes grow with their text, and give line-height without a unit.',
}

export const movesForLong: RuleFacts = {
  id: 'moves-for-long',
  level: 'error',
  criteria: ['2.2.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F16',
  meets: 'What moves, blinks or changes beside the text makes some people unable to read it.',
  mend: 'Let it stop within five seconds, or offer a button that pauses it.',
}

export const flashes: RuleFacts = {
  id: 'flashes',
  level: 'error',
  criteria: ['2.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G19',
  meets: 'It flashes more than three times a second, which can cause a seizure.',
  mend: 'Take the flashing out.',
}

export const lostOnPaper: RuleFacts = {
  id: 'lost-on-paper',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Understanding/resize-text',
  meets: 'Whoever reads on paper does not get the content of the page.',
  mend: 'Show the content in @media print, and hide only menus and controls.',
}

export const barOnPaper: RuleFacts = {
  id: 'bar-on-paper',
  level: 'warn',
  criteria: [],
  source: 'https://developer.mozilla.org/en-US/docs/Web/CSS/Guides/Media_queries/Printing',
  meets: 'A bar that stays in place is printed over the words of every sheet.',
  mend: 'Give the bar position: static, or hide it, in @media print.',
}

import { all } from './dom.ts'

/** What criteria of WCAG are about that only some sites have, by the selector that finds it. */
const FEATURES = {
  film: 'video, iframe[src*="youtube"], iframe[src*="vimeo"]',
  sound: 'audio, bgsound',
  frame: 'iframe, frame, object, embed, portal, fencedframe',
  canvas: 'canvas',
  script: 'script:not([type="application/ld+json"], [type="application/json"])',
  'listening attribute': '*',
  'moving element': 'marquee, blink',
  refresh: 'meta[http-equiv="refresh" i]',
  'new window': '[target]:not([target="_self"])',
  'access key': '[accesskey]',
  'thing to drag': '[draggable="true"]',
  'editable text': '[contenteditable]:not([contenteditable="false"])',
  'dialogue box': 'dialog, [popover], [role="dialog"], [role="alertdialog"]',
  password: 'input[type="password"], [autocomplete*="password"], [autocomplete="one-time-code"]',
  payment: '[autocomplete^="cc-"], [autocomplete^="transaction-"]',
} as const

/** The name of something that a page may have and that criteria are about. */
export type Feature = keyof typeof FEATURES | 'animation'

/** @returns what this page has, each once */
export function featuresOf(): Feature[] {
  const isFeature = (name: string): name is keyof typeof FEATURES => name in FEATURES
  const found: Feature[] = Object.keys(FEATURES)
    .filter(isFeature)
    .filter((name) => all(FEATURES[name]).some((element) => counts(name, element)))
  return document.getAnimations().length > 0 ? [...found, 'animation'] : found
}

function counts(name: Feature, element: Element): boolean {
  if (name !== 'listening attribute') return true
  return element.getAttributeNames().some((attribute) => attribute.startsWith('on'))
}

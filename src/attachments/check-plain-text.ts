import { isReadable, type Checked, type Finding } from './findings.ts'
import { textFinding } from './usual-findings.ts'

/** Looks at a file of text without any marks, such as CSV: whether every program can read it. */
export function checkPlainText(bytes: Uint8Array): Checked {
  const text = new TextDecoder('utf-8').decode(bytes)
  return { findings: [encoding(bytes), textFinding(isReadable(text))] }
}

function encoding(bytes: Uint8Array): Finding {
  return isUtf8(bytes)
    ? { about: 'encoding', passed: true, words: 'Its text is in UTF-8.', short: 'text in UTF-8' }
    : {
        about: 'encoding',
        passed: false,
        weight: 'fault',
        words: 'Its text is not in UTF-8, so pound signs and accented letters may come out wrong.',
        mend: 'Save it again as UTF-8; in Excel, choose the type CSV UTF-8.',
        short: 'text that is not in UTF-8',
      }
}

function isUtf8(bytes: Uint8Array): boolean {
  // A zero is in no text but in that of UTF-16.
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

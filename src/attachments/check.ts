import { CannotCheck, verdictOf, type DocumentCheck, type Finding } from './findings.ts'
import { kindByEnding, kinds, type Kind } from './kinds.ts'
import { recognise } from './recognise.ts'

/** The most bytes that are looked into. */
export const largestDocument = 50 * 1024 * 1024

/**
 * Looks through a document that was made elsewhere for what a machine can find: tags, a title, a
 * language, headings … Whatever is wrong with it is a finding. It writes, runs and fetches
 * nothing, and the same bytes give the same result.
 * @param name of the file; only its ending counts
 */
export async function checkDocument(name: string, bytes: Uint8Array): Promise<DocumentCheck> {
  const ending = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? ''
  const named = kindByEnding(ending)
  let kind: Kind | undefined = named && kinds[named]
  try {
    refuseSize(bytes.length)
    const recognised = recognise(bytes, named)
    kind = kinds[recognised.kind]
    const { findings, ...checked } = await recognised.check()
    const all = [nameFinding(ending, kind), ...findings]
    const verdict = verdictOf(all, recognised.kind === 'pdf' ? 'Tagged' : undefined)
    return { kind: kind.words, ...checked, findings: all, verdict }
  } catch (error) {
    if (!(error instanceof CannotCheck)) throw error
    const { finding } = error
    return {
      kind: kind?.words ?? 'file of an unknown kind',
      findings: [finding],
      verdict: finding.words,
    }
  }
}

function refuseSize(length: number): void {
  if (length === 0) {
    throw new CannotCheck(
      'The file is empty.',
      'Save it again from the program in which it was written.',
    )
  }
  if (length > largestDocument) {
    throw new CannotCheck(
      'The file is larger than 50 MB, which is too large for this check and for many readers.',
      'Make its pictures smaller, or publish it in parts.',
      { weight: 'barrier' },
    )
  }
}

function nameFinding(ending: string, kind: Kind): Finding {
  return ending === kind.ending
    ? {
        about: 'file',
        passed: true,
        words: 'It can be opened, and its name says what kind of document it is.',
      }
    : {
        about: 'file',
        passed: false,
        weight: 'error',
        words: `Its name ${ending === '' ? 'has no ending' : `ends in ${ending}`}, but what it holds is: ${kind.words}.`,
        mend: `Give it a name that ends in ${kind.ending}.`,
      }
}

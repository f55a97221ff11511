import { inflateSync } from 'node:zlib'
import { CannotCheck } from './findings.ts'

/*
 * The program that reads PDFs unpacks each stream as a whole, however long it is. So streams are
 * unpacked here first, with limits. Pictures are not, because the check never asks for them; nor
 * can those streams be that are encrypted, or packed twice.
 */

const streamLimit = 64 * 1024 * 1024
const documentLimit = 256 * 1024 * 1024
/** How far before its stream a dictionary begins at most, as far as is looked. */
const dictionaryLength = 1024

/** @throws {CannotCheck} when a small file unpacks to more than can be looked through */
export function refuseEndlessStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let unpacked = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const before = file.toString('latin1', Math.max(0, at - dictionaryLength), at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (!dictionary.includes('/Fl') || /\/Subtype\s*\/Image\b/.test(dictionary)) continue
    unpacked += unpackedLength(file.subarray(file[at + 6] === 0x0d ? at + 8 : at + 7))
    if (unpacked > documentLimit) throw tooMuch()
  }
}

function unpackedLength(packed: Uint8Array): number {
  try {
    return inflateSync(packed, { maxOutputLength: streamLimit }).length
  } catch (error) {
    if (error instanceof RangeError) throw tooMuch()
    // Whatever else is wrong with a stream, the program that reads PDFs copes with it.
    return 0
  }
}

const tooMuch = (): CannotCheck =>
  new CannotCheck(
    'The file unpacks to more than this check can look through.',
    'Save it again from the program in which it was written, or publish it in parts.',
    { weight: 'barrier' },
  )

import { randomInt } from 'node:crypto'

/**
 * Digits and capitals that are not taken for each other, read or heard: no 0 and O, no 1, I and L,
 * no 5 and S, no 8 and B, no 2 and Z. No vowels either, which would make words of it.
 */
const ALPHABET = '34679CDFGHJKMNPQRTVWXY'
const LENGTH = 8
const REFERENCE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

/** @returns a new reference: 8 characters, one of 5 × 10¹⁰ */
export function newReference(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
}

/**
 * @param text a reference as somebody typed it: in small letters, with spaces or hyphens
 * @returns the reference, or undefined when it cannot be one
 */
export function readReference(text: string): string | undefined {
  const reference = text.replace(/[\s-]/g, '').toUpperCase()
  return REFERENCE.test(reference) ? reference : undefined
}

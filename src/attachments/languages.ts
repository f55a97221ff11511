import { isReadable } from './findings.ts'

/** How those who write the marks say that there is no language (ISO 639-2, Word, OpenDocument). */
const noLanguage = ['zxx', 'und', 'mul', 'none', 'x-none']

/** A BCP 47 tag as it is written best; undefined for what is none, or means no language. */
export function languageTag(mark: string | undefined): string | undefined {
  const trimmed = mark?.trim().replaceAll('_', '-') ?? ''
  if (trimmed === '' || noLanguage.includes(trimmed.toLowerCase())) return undefined
  try {
    return Intl.getCanonicalLocales(trimmed)[0]
  } catch {
    return undefined
  }
}

/** Counts how much of a text is in which language. */
export class LanguageTally {
  readonly #letters = new Map<string | undefined, number>()

  add(text: string, mark: string | undefined): void {
    if (!isReadable(text)) return
    const tag = languageTag(mark)
    this.#letters.set(tag, (this.#letters.get(tag) ?? 0) + text.length)
  }

  /** Whether there is any text. */
  get hasText(): boolean {
    return this.#letters.size > 0
  }

  /** The language of most of the text; undefined when most of it has none. */
  get main(): string | undefined {
    const [most] = [...this.#letters].sort(([, a], [, b]) => b - a)
    return most?.[0]
  }
}

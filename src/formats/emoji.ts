import names from 'unicode-emoji-json/data-by-emoji.json' with { type: 'json' }

/*
 * Emoji in words, for formats that have no pictures of them: fonts for print lack them, and braille
 * has no cells for them. The names are those of the Unicode CLDR.
 */

const emoji = /\p{RGI_Emoji}/gv
const variation = /\uFE0F/g
const skin = /\p{Emoji_Modifier}/gu
const tones: Readonly<Record<string, string>> = {
  '🏻': 'light skin tone',
  '🏼': 'medium-light skin tone',
  '🏽': 'medium skin tone',
  '🏾': 'medium-dark skin tone',
  '🏿': 'dark skin tone',
}

const byEmoji = new Map(
  Object.entries(names).map(([each, { name }]) => [each.replace(variation, ''), name]),
)

/**
 * @returns the words with each emoji as its name, such as “(emoji: woman scientist)”; one that
 * Unicode gained after the list of names was made stays as it is
 */
export function emojiInWords(words: string): string {
  // The pattern of emoji costs much, and most words can have none.
  if (!/[\u203C-\uFFFF]/.test(words)) return words
  return words.replace(emoji, (found) => {
    const plain = found.replace(variation, '')
    const name = byEmoji.get(plain) ?? byEmoji.get(plain.replace(skin, ''))
    if (name === undefined) return found
    const colours = byEmoji.has(plain) ? [] : (plain.match(skin) ?? []).map((tone) => tones[tone])
    return `(emoji: ${[name, ...new Set(colours)].join(', ')})`
  })
}

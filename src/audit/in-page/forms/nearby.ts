import { seenTexts } from '../dom.ts'
import { fieldsIn, type Field } from './fields.ts'

const AWAY = 60

/** @returns the words that stand right before, above or behind a field, no matter how they are marked up */
export function wordsNear(field: Field): string {
  const box = field.getBoundingClientRect()
  const others = fieldsIn().filter((other) => other !== field)
  const root = field.form ?? field.closest('main, section, body') ?? document.body
  const near = seenTexts(root).filter(({ element }) => {
    if (element.closest('button, a, select, textarea, h1, option')) return false
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const isInRow = bottom > box.top && top < box.bottom
    const isBeside = isInRow && box.left - right < 4 * AWAY && box.left >= right - 2
    const isAbove = top < box.top && box.top - bottom < AWAY && left < box.right && right > box.left
    const isBehind = isInRow && left >= box.right - 2 && left - box.right < AWAY
    const isBelow = top >= box.bottom - 2 && top - box.bottom < AWAY / 3 && left < box.right
    if (!isBeside && !isAbove && !isBehind && !isBelow) return false
    const closer = others.some((other) => {
      const { top: its, bottom: end } = other.getBoundingClientRect()
      return isAbove && its >= bottom - 2 && end <= box.top + 2
    })
    return !closer
  })
  return near
    .map(({ words }) => words)
    .filter((words) => /[\p{L}\p{N}]/u.test(words))
    .join(' ')
}

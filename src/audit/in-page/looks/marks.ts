import { squeeze } from '../dom.ts'
import { ownBackground } from './backgrounds.ts'
import { isSame } from './colours.ts'

/** Everything by which text is told from its surroundings, apart from its colour. */
export function hasOwnMark(element: Element, surroundings: Element): boolean {
  const own = getComputedStyle(element)
  const around = getComputedStyle(surroundings)
  const isUnderlined = isDecorated(element) && around.textDecorationLine === 'none'
  const differs = (['fontStyle', 'fontFamily', 'fontVariantCaps', 'textTransform'] as const).some(
    (property) => own[property] !== around[property],
  )
  const isHeavier = Math.abs(Number(own.fontWeight) - Number(around.fontWeight)) >= 200
  const isLarger =
    Math.abs(Number.parseFloat(own.fontSize) / Number.parseFloat(around.fontSize) - 1) > 0.15
  return (
    isUnderlined ||
    differs ||
    isHeavier ||
    isLarger ||
    hasEdge(element) ||
    hasPicture(element) ||
    (!isSame(ownBackground(element), ownBackground(surroundings)) &&
      ownBackground(element).alpha > 0.1)
  )
}

/** Whether a line is drawn under or through the words, also from an element inside. */
export function isDecorated(element: Element): boolean {
  return [element, ...element.children].some(
    (each) => getComputedStyle(each).textDecorationLine !== 'none',
  )
}

/** Whether some edge of the box is drawn. */
export function hasEdge(element: Element): boolean {
  const style = getComputedStyle(element)
  const isDrawn = (['Top', 'Right', 'Bottom', 'Left'] as const).some(
    (side) =>
      style[`border${side}Style`] !== 'none' &&
      Number.parseFloat(style[`border${side}Width`]) > 0 &&
      !/^rgba.*, 0\)$|transparent/.test(style[`border${side}Color`]),
  )
  const isOutlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
  return isDrawn || isOutlined || style.boxShadow !== 'none'
}

/** Whether a picture stands in the element, or is made by its style. */
export function hasPicture(element: Element): boolean {
  if (element.querySelector('img, svg, canvas, picture, i[class], input') !== null) return true
  if (getComputedStyle(element).backgroundImage !== 'none') return true
  return ['::before', '::after'].some((part) => {
    const { content } = getComputedStyle(element, part)
    return content !== 'none' && content !== 'normal' && squeeze(content) !== '""'
  })
}

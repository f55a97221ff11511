/** Whether a screen reader says changes inside the element by itself. */
export function isInLiveRegion(element: Element): boolean {
  const region = element.closest(
    '[role=status], [role=alert], [role=log], [role=timer], [role=progressbar], [role=alertdialog], output, [aria-live]',
  )
  return region !== null && region.getAttribute('aria-live') !== 'off'
}

/** The parts of the site that its main menu leads to. */
export const sections = {
  '/press-releases/': 'Press releases',
  '/action-plans/': 'Action plans',
  '/notes-to-editors/': 'Notes to editors',
  '/request-a-format/': 'Request a format',
} as const

/** What the foot of each page leads to. */
export const footSections = {
  '/search/': 'Search, and a list of everything',
  '/people/': 'People',
  '/organisations/': 'Bodies',
  '/updates/': 'Updates',
  '/corrections/': 'Corrections',
  '/formats/': 'Formats',
  '/feeds/': 'Feeds',
  '/accessibility/': 'Accessibility statement',
  '/privacy/': 'Privacy',
} as const

/** The name of a part of the site by its address. */
export function sectionName(address: string): string | undefined {
  const names: Record<string, string> = { ...sections, ...footSections, '/topics/': 'Topics' }
  return names[address]
}

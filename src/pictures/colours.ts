/** The light colours of src/styles/tokens.css, which a test holds them to. */
export const colours = {
  page: '#fdfcf8',
  tint: '#f3f0e8',
  text: '#1b2126',
  quiet: '#474f56',
  link: '#0a4657',
} as const

export type Colour = (typeof colours)[keyof typeof colours]

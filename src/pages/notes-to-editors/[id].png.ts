import { formatRoute } from '../../formats/route.ts'
import { notes } from '../../publications.ts'

export const { getStaticPaths, GET } = formatRoute(notes, '.png')

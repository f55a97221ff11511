import { formatRoute } from '../../formats/route.ts'
import { everyRelease } from '../../publications.ts'

export const { getStaticPaths, GET } = formatRoute(everyRelease, '.pef')

import { formatRoute } from '../../formats/route.ts'
import { everyPlan } from '../../publications.ts'

export const { getStaticPaths, GET } = formatRoute(everyPlan, '-large-print.pdf')

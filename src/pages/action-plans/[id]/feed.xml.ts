import { writeAtom } from '../../../feeds/atom.ts'
import { eachPlan } from '../../../feeds/feeds.ts'
import { feedRoute } from '../../../feeds/route.ts'

export const { getStaticPaths, GET } = feedRoute(eachPlan, writeAtom)

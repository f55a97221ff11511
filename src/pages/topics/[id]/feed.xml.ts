import { writeAtom } from '../../../feeds/atom.ts'
import { eachTopic } from '../../../feeds/feeds.ts'
import { feedRoute } from '../../../feeds/route.ts'

export const { getStaticPaths, GET } = feedRoute(eachTopic, writeAtom)

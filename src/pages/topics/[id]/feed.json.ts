import { eachTopic } from '../../../feeds/feeds.ts'
import { writeJsonFeed } from '../../../feeds/json-feed.ts'
import { feedRoute } from '../../../feeds/route.ts'

export const { getStaticPaths, GET } = feedRoute(eachTopic, writeJsonFeed)

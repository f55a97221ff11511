import { z } from 'zod'

/* The rules of https://www.jsonfeed.org/version/1.1/ for a feed like ours; nothing else may stand in it. */

const address = z.url({ protocol: /^https?$/ })
const words = z.string().regex(/\S/)
const moment = z.iso.datetime({ offset: true })
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)

export const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: words,
  description: words,
  language,
  home_page_url: address,
  feed_url: address,
  icon: address,
  items: z
    .array(
      z.strictObject({
        id: words,
        url: address,
        title: words,
        summary: words,
        language,
        date_published: moment,
        date_modified: moment,
        authors: z.array(z.strictObject({ name: words, url: address })).min(1),
        tags: z.array(words).min(1).optional(),
        image: address,
        content_html: words,
      }),
    )
    .min(1),
})

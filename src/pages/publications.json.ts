import type { APIRoute } from 'astro'
import { everyPlan, everyRelease, notes, sitePages } from '../publications.ts'

/**
 * What the form knows of the pages that formats are asked of. The build takes this file out of the
 * site again and keeps it for the server (scripts/finish-form.ts).
 */
export const GET: APIRoute = async () => {
  const records = [...(await everyRelease()), ...(await everyPlan())]
  const others = [...(await notes()), ...(await sitePages())]
  return Response.json(
    Object.fromEntries([
      ...records.map(({ address, title, lang, formats }) => [
        address,
        {
          title,
          lang,
          made: formats.map(({ format, href }) => ({ words: format, address: href })),
        },
      ]),
      ...others.map(({ address, title, lang }) => [address, { title, lang }]),
    ]),
  )
}

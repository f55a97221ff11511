import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIRMATION, FORM } from '../requests/form-view.ts'
import { serveSite } from './serve-site.ts'
import { pagesIn, type Target, type TargetGroup } from './targets.ts'

/** Whether a folder is the `client` folder of a site that `npm run build` made. */
export function isBuiltSite(folder: string): boolean {
  return existsSync(join(folder, '..', 'headers.json')) && existsSync(join(folder, '..', 'server'))
}

/**
 * Serves a site of ours with the server that the public meets, and lists its pages: each file, and
 * the states that only a reader brings about.
 *
 * @param folder the `client` folder of the build
 */
export async function openBuiltSite(folder: string): Promise<TargetGroup> {
  const url = 'http://localhost:4321'
  const { address: origin, stop } = await serveSite(folder, new Date().toISOString(), url)
  try {
    const files = await pagesIn(folder)
    const pages = files.map((file) => ({ ...targetAt(origin, addressOf(file)), file }))
    const states = statesOfSearch.map((path) => targetAt(origin, path))
    const targets = [...pages, ...states, refusedForm(origin), await confirmation(origin)]
    const ours = targets.map((target) => ({ ...target, isOurs: true }))
    return { targets: ours, close: stop, folder, isOurs: true }
  } catch (error) {
    stop()
    throw error
  }
}

/** Something that is found by every site with words on children, and something that is not. */
const statesOfSearch = ['/search/?q=children', '/search/?q=zebra']

/** An address of no page. */
const NOWHERE = '/there-is-no-such-page/'

function addressOf(file: string): string {
  // The page for unknown addresses is read at one of those.
  if (file === '404.html') return NOWHERE
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`
}

function targetAt(origin: string, path: string): Target {
  return { address: origin + path, path, isStep: path === NOWHERE }
}

function refusedForm(origin: string): Target {
  return {
    address: origin + FORM,
    path: `${FORM} (refused)`,
    post: 'format=&email=made-up',
    isStep: true,
  }
}

/** The page that follows on a request, which is made here. */
async function confirmation(origin: string): Promise<Target> {
  const body = new URLSearchParams({
    page: 'A made-up page',
    format: 'html',
    email: 'audit@made-up.example',
  })
  const { headers, status } = await fetch(origin + FORM, {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  const location = headers.get('location')
  if (location === null) throw new Error(`The form answers ${status}, with no confirmation`)
  return { address: new URL(location, origin).href, path: CONFIRMATION, isStep: true }
}

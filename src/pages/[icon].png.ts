import type { APIRoute, GetStaticPaths } from 'astro'
import { drawIcon, icons, type Icon } from '../pictures/icons.ts'

export const getStaticPaths = (() =>
  icons.map((icon) => ({ params: { icon: icon.name }, props: { icon } }))) satisfies GetStaticPaths

export const GET: APIRoute<{ icon: Icon }> = async ({ props }) =>
  new Response(await drawIcon(props.icon), { headers: { 'content-type': 'image/png' } })

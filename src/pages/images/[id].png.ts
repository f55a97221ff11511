import { pictureRoute } from '../../formats/picture-route.ts'

export const { getStaticPaths, GET } = pictureRoute('.png')

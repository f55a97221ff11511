import { editorFiles } from './files.ts'

export const { getStaticPaths, GET } = editorFiles('.woff2', 'font/woff2')

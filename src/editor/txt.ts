import { editorFiles } from './files.ts'

export const { getStaticPaths, GET } = editorFiles('.txt')

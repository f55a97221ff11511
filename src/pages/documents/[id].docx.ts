import { attachmentRoute } from '../../attachments/route.ts'

export const { getStaticPaths, GET } = attachmentRoute('.docx')

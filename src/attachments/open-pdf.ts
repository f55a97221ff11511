import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { CannotCheck, damaged, locked } from './findings.ts'

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/**
 * Opens a PDF, hands it over, and closes it. Nothing is drawn, run or fetched: tables of letters
 * and fonts are read from the package on disk.
 * @throws {CannotCheck} when it is damaged or locked with a password
 */
export async function withPdf<Result>(
  bytes: Uint8Array,
  read: (pdf: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  // It takes long to load, and most sites have no PDF.
  const { getDocument, PasswordException, VerbosityLevel } =
    await import('pdfjs-dist/legacy/build/pdf.mjs')
  const opening = getDocument({
    // It takes over the memory it is given.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: join(folder, 'cmaps/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // No picture is unpacked: whether there is one is all that is asked.
    maxImageSize: 1,
  })
  try {
    return await read(await opening.promise)
  } catch (error) {
    if (error instanceof CannotCheck) throw error
    throw error instanceof PasswordException ? locked() : damaged(error)
  } finally {
    await opening.destroy()
  }
}

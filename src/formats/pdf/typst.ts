import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { fonts } from '../../pictures/fonts.ts'

/** The families of the fonts, as the fonts name themselves. */
export const families = { latin: 'Atkinson Hyperlegible Next', arabic: 'Noto Sans Arabic' } as const

/** What Typst has to say against a document: an error, or a warning, which we take for one. */
export class TypstError extends Error {
  override readonly name = 'TypstError'
}

/** Nothing is read from here: it only gives the pictures that are handed over a place. */
const workspace = resolve('/publication')

/** As many documents as a part of a document stays known that others have as well. */
const longestKept = 3

let started: NodeCompiler | undefined

/**
 * Sets a Typst document as tagged PDF/UA-1.
 * @param source in Typst's own language; it may import nothing and read nothing but the pictures
 * @param pictures by the path that the source names them with, such as /images/tower.png
 * @throws {TypstError} with Typst's errors and warnings: a missing font, a character that no font
 * has and a picture that cannot be read are among them
 */
export function setType(
  source: string,
  pictures: ReadonlyMap<string, Uint8Array>,
): { body: Uint8Array<ArrayBuffer>; pages: number } {
  const compiler = (started ??= start())
  for (const [path, bytes] of pictures) compiler.mapShadow(inWorkspace(path), Buffer.from(bytes))
  try {
    const compiled = compiler.compile({ mainFileContent: source })
    refuse(compiler, compiled.takeWarnings())
    refuse(compiler, compiled.takeError())
    const { result } = compiled
    if (result === null) throw new TypstError('Typst gives no reason.')
    return {
      body: new Uint8Array(exportPdf(compiler, result)),
      pages: result.numOfPages,
    }
  } finally {
    for (const path of pictures.keys()) compiler.unmapShadow(inWorkspace(path))
    compiler.evictCache(longestKept)
  }
}

type Compiled = NonNullable<ReturnType<NodeCompiler['compile']>['result']>

/** The standard is checked here, so here come the errors about characters, titles and levels. */
function exportPdf(compiler: NodeCompiler, compiled: Compiled): Buffer {
  try {
    return compiler.pdf(compiled, { pdfStandard: 'ua-1' })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const messages = [...said.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)]
    const unescaped = messages.map(([, message = '']) => message.replace(/\\+(.)/g, '$1'))
    throw new TypstError(unescaped.length === 0 ? said : unescaped.join('; '))
  }
}

function start(): NodeCompiler {
  const { resolve: locate } = createRequire(import.meta.url)
  const italics = ['400Regular_Italic', '700Bold_Italic'].map((face) =>
    locate(
      `@expo-google-fonts/atkinson-hyperlegible-next/${face}/AtkinsonHyperlegibleNext_${face}.ttf`,
    ),
  )
  const files = [...Object.values(fonts).flat(), ...italics]
  const fontBlobs = files.map((file) => readFileSync(file))
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })
}

const inWorkspace = (path: string): string => `${workspace}${path}`

function refuse(compiler: NodeCompiler, found: NodeError | null): void {
  if (found === null) return
  const diagnostics: unknown[] = compiler.fetchDiagnostics(found)
  throw new TypstError(diagnostics.map(messageOf).join('; '))
}

const messageOf = (diagnostic: unknown): string =>
  typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic
    ? String(diagnostic.message)
    : JSON.stringify(diagnostic)

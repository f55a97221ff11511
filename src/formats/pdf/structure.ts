import { PDF, PdfArray, PdfDict, PdfRef, PdfStream, type PdfObject } from '@libpdf/core'

/** A PDF as Typst made it, with what has to be changed in it before it is handed out. */
export class PdfStructure {
  readonly #pdf: PDF

  private constructor(pdf: PDF) {
    this.#pdf = pdf
  }

  static async of(bytes: Uint8Array): Promise<PdfStructure> {
    return new PdfStructure(await PDF.load(bytes))
  }

  /** The elements of the structure tree with a name, such as Table, in reading order. */
  elements(name: string): PdfDict[] {
    const root = this.#catalog.getDict('StructTreeRoot', this.#resolve)
    return root ? [...this.elementsIn(root, name)] : []
  }

  /** The elements inside an element, at any depth (ISO 32000-1, 14.7.2). */
  *elementsIn(element: PdfDict, name: string): Generator<PdfDict> {
    for (const kid of this.kids(element)) {
      if (kid.getName('S')?.value === name) yield kid
      yield* this.elementsIn(kid, name)
    }
  }

  /** The elements right inside an element; what they hold of a page is left out. */
  kids(element: PdfDict): PdfDict[] {
    const held = element.get('K', this.#resolve)
    return (held instanceof PdfArray ? held.toArray() : [held])
      .map((kid) => (kid instanceof PdfRef ? this.#resolve(kid) : kid))
      .filter((kid): kid is PdfDict => kid instanceof PdfDict && kid.has('S'))
  }

  /** Changes what the file says of itself, as XML (XMP, 14.3.2). */
  changeMetadata(change: (packet: string) => string): void {
    const packet = this.#catalog.get('Metadata', this.#resolve)
    if (!(packet instanceof PdfStream)) throw new TypeError('The PDF says nothing of itself.')
    const changed = change(new TextDecoder().decode(packet.getDecodedData()))
    packet.setData(new TextEncoder().encode(changed))
  }

  /** Says in the document information dictionary (14.3.3) when the document was last changed. */
  changed(moment: Date): void {
    this.#pdf.setModificationDate(moment)
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#pdf.save({ incremental: true }))
  }

  get #catalog(): PdfDict {
    return this.#pdf.context.catalog.getDict()
  }
  readonly #resolve = (ref: PdfRef): PdfObject | null => this.#pdf.context.resolve(ref)
}

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { counted, type Checked, type Finding } from './findings.ts'
import { languageTag } from './languages.ts'
import { withPdf } from './open-pdf.ts'
import { isBlank, readPageText } from './pdf-page.ts'
import { refuseEndlessStreams } from './pdf-streams.ts'
import { PdfTags } from './pdf-tags.ts'
import {
  headingsFinding,
  languageFinding,
  picturesFinding,
  tablesFinding,
  titleFinding,
} from './usual-findings.ts'

/** How much is looked through of a long document: pages, and parts of their tags. */
const pageLimit = 1000
const partLimit = 1_000_000

/**
 * Looks through a PDF (ISO 32000-1).
 * @throws {CannotCheck} when it is damaged or locked with a password
 */
export function checkPdf(bytes: Uint8Array): Promise<Checked> {
  refuseEndlessStreams(bytes)
  return withPdf(bytes, async (pdf) => {
    const pages = await readPages(pdf)
    const properties = await propertiesOf(pdf)
    const language = properties.language ?? languageTag(pages.tags.language)
    const isTagged = properties.isMarked && pages.tagged > pages.outside
    return {
      extent: { count: pdf.numPages, unit: 'page' },
      language,
      title: properties.title,
      findings: [
        protectionFinding(properties.protection),
        pdfTextFinding(pages),
        tagsFinding(isTagged),
        titleFinding(
          properties.title,
          'Write a title in the properties of the document from which the PDF is made.',
        ),
        titleShownFinding(properties.showsTitle),
        languageFinding(
          language,
          'Mark the language of the text in the document from which the PDF is made.',
        ),
        ...(isTagged ? findingsInTags(pages) : []),
        ...(pages.read < pdf.numPages ? [lengthFinding(pages.read, pdf.numPages)] : []),
      ],
    }
  })
}

interface Pages {
  read: number
  /** Numbers of the pages on which something is drawn, but no letter. */
  withoutText: number[]
  blank: number
  tags: PdfTags
  /** How many characters stand in the tags, and how many neither there nor in a decoration. */
  tagged: number
  outside: number
  /** On how many pages some text is outside. */
  pagesOutside: number
}

async function readPages(pdf: PDFDocumentProxy): Promise<Pages> {
  const pages: Pages = {
    read: 0,
    withoutText: [],
    blank: 0,
    tags: new PdfTags(),
    tagged: 0,
    outside: 0,
    pagesOutside: 0,
  }
  const last = Math.min(pdf.numPages, pageLimit)
  for (let number = 1; number <= last && pages.tags.size < partLimit; number += 1) {
    const page = await pdf.getPage(number)
    const ids = pages.tags.add(await page.getStructTree())
    const { hasText, tagged, outside } = await readPageText(page, ids)
    pages.read += 1
    pages.tagged += tagged
    pages.outside += outside
    if (outside > 0) pages.pagesOutside += 1
    if (!hasText && (await isBlank(page))) pages.blank += 1
    else if (!hasText) pages.withoutText.push(number)
    page.cleanup()
  }
  return pages
}

async function propertiesOf(pdf: PDFDocumentProxy) {
  const { PermissionFlag } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // Its types leave out that there may be no metadata.
  const read: { info: object; metadata: { get: (name: string) => unknown } | null } =
    await pdf.getMetadata()
  const { info, metadata } = read
  const permissions = await pdf.getPermissions()
  const protection: Protection =
    permissions === null
      ? 'none'
      : permissions.has(PermissionFlag.COPY_FOR_ACCESSIBILITY)
        ? 'screen readers may'
        : 'screen readers may not'
  const preferences = await pdf.getViewerPreferences()
  // Its types say that this is a plain object, but it is a Map.
  const marks: unknown = await pdf.getMarkInfo()
  return {
    title: words(metadata?.get('dc:title')) ?? words('Title' in info && info.Title),
    language: languageTag(words('Language' in info && info.Language)),
    showsTitle: preferences?.get('DisplayDocTitle') === true,
    isMarked: marks instanceof Map && marks.get('Marked') === true,
    protection,
  }
}

type Protection = 'none' | 'screen readers may' | 'screen readers may not'

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

function protectionFinding(protection: Protection): Finding {
  return protection === 'screen readers may not'
    ? {
        about: 'protection',
        passed: false,
        weight: 'barrier',
        words: 'Its protection forbids screen readers to read it.',
        mend: 'Save it without protection, or allow text access for screen reader devices.',
      }
    : {
        about: 'protection',
        passed: true,
        words:
          protection === 'none'
            ? 'No protection keeps a screen reader out.'
            : 'It is protected, but screen readers may read it.',
      }
}

function pdfTextFinding({ read, blank, withoutText }: Pages): Finding {
  if (withoutText.length === 0 && blank < read) {
    return {
      about: 'text',
      passed: true,
      words: `${read === 1 ? 'Its only page' : 'Each page'} has text that a machine can read${blank === 0 ? '' : ', or is empty'}.`,
    }
  }
  const mend =
    'Make the PDF from the document itself; for a scan, recognise its text and correct it.'
  const isEmpty = blank === read
  if (isEmpty || blank + withoutText.length === read) {
    return {
      about: 'text',
      passed: false,
      weight: 'barrier',
      words: isEmpty
        ? 'Its pages are empty.'
        : 'Pictures of pages without text: a screen reader finds nothing in it.',
      mend,
    }
  }
  const count = withoutText.length
  const shown = withoutText.slice(0, 5).join(', ')
  return {
    about: 'text',
    passed: false,
    weight: 'fault',
    words: `${count} of its ${counted(read, 'page')} ${count === 1 ? 'has' : 'have'} no text, so a screen reader finds nothing there (${count === 1 ? 'page' : 'pages'} ${shown}${count > 5 ? ' and others' : ''}).`,
    mend,
    short: `${counted(count, 'page')} without text`,
  }
}

function tagsFinding(isTagged: boolean): Finding {
  return isTagged
    ? {
        about: 'tags',
        passed: true,
        words: 'It has tags, which tell a screen reader what is a heading, a list or a table.',
      }
    : {
        about: 'tags',
        passed: false,
        weight: 'barrier',
        words: 'Not tagged: a screen reader may read it in the wrong order or not at all.',
        mend: 'Export it again as a tagged PDF: in Word, Save As PDF, Options, Document structure tags for accessibility; in LibreOffice, Export As PDF, Tagged PDF. Or give the document itself beside it.',
      }
}

function findingsInTags({ tags, outside, pagesOutside }: Pages): Finding[] {
  return [
    outside === 0
      ? {
          about: 'text outside tags',
          passed: true,
          words: 'All of its text is in the tags, or marked as decoration of the page.',
        }
      : {
          about: 'text outside tags',
          passed: false,
          weight: 'fault',
          words: `Some text on ${counted(pagesOutside, 'page')} is outside the tags, so a screen reader may leave it out.`,
          mend: 'Export it again from the document itself, or add the text to the tags in a PDF editor.',
          short: 'text outside the tags',
        },
    headingsFinding(
      tags.levels,
      'Give the headings of the document from which the PDF is made the styles Heading 1, Heading 2 and so on.',
    ),
    ...picturesFinding(
      tags.figures,
      'Describe the picture, or mark it as decorative, in the document from which the PDF is made.',
    ),
    ...tablesFinding(
      tags.tables,
      'Mark the first row of the table as a header row in the document from which the PDF is made.',
    ),
  ]
}

function titleShownFinding(isShown: boolean): Finding {
  return isShown
    ? {
        about: 'title shown',
        passed: true,
        words: 'Its title, not the name of the file, is shown and read out when it is opened.',
      }
    : {
        about: 'title shown',
        passed: false,
        weight: 'fault',
        words: 'The name of the file, not its title, is shown and read out when it is opened.',
        mend: 'In Acrobat, choose Document Properties, Initial View, Show: Document Title; in LibreOffice, Export As PDF, User Interface, Display document title.',
      }
}

function lengthFinding(read: number, all: number): Finding {
  return {
    about: 'length',
    passed: false,
    weight: 'remark',
    words: `Only its first ${counted(read, 'page')} of ${all.toLocaleString('en-GB')} were looked through.`,
    mend: 'Think of publishing so long a document in parts.',
  }
}

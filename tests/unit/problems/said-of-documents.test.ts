import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDF } from '@libpdf/core'
import { strToU8 } from 'fflate'
import { largestDocument } from '../../../src/attachments/check.ts'
import { contentProblems } from '../../../src/subeditor/content-problems.ts'
import {
  check,
  openDocumentPackage,
  openXmlPackage,
  packed,
} from '../attachments/made-up-documents.ts'
import {
  dataTable,
  drawnPicture,
  figure,
  madePdf,
  part,
  showing,
} from '../attachments/made-up-pdf.ts'
import { someDay, withBody, writeContent } from '../document/made-up-content.ts'

/* What is amiss with a document, in whole: tests/unit/attachments shows when. */

const good = {
  title: 'Plan for the harbour',
  catalogue: '/Lang(en-GB)/ViewerPreferences<</DisplayDocTitle true>>',
  parts: [part('H1', 'Plan for the harbour'), part('P', 'Boats come and go.')],
}

async function protectedPdf(userPassword: string): Promise<Uint8Array> {
  const pdf = await PDF.load(madePdf(good))
  const permissions = { copy: false, accessibility: false }
  pdf.setProtection({ userPassword, ownerPassword: 'made up', permissions })
  return pdf.save()
}

const odt = (body: string, files: Record<string, string> = {}): Uint8Array =>
  openDocumentPackage({ mediaType: 'text', body: `<office:text>${body}</office:text>`, files })

const word = (body: string): Uint8Array =>
  openXmlPackage({
    main: 'word/document.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    title: 'Plan for the harbour',
    files: {
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  })

const workbook = (sheets: Record<string, string>): Uint8Array =>
  openXmlPackage({
    main: 'xl/workbook.xml',
    type: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    title: 'Boats of the harbour',
    related: Object.keys(sheets).map((_, index) => ['worksheet', `${index}.xml`]),
    files: {
      'xl/vbaProject.bin': 'made up',
      'xl/workbook.xml': `<workbook xmlns:r="urn:made-up"><sheets>${Object.keys(sheets)
        .map((name, index) => `<sheet name="${name}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
      ...Object.fromEntries(
        Object.values(sheets).map((inside, index) => [
          `xl/${index}.xml`,
          `<worksheet><sheetData>${inside}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
        ]),
      ),
    },
  })

const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

const untagged = [
  'Not tagged: a screen reader may read it in the wrong order or not at all.',
  'Export it again as a tagged PDF: in Word, Save As PDF, Options, Document structure tags for accessibility; in LibreOffice, Export As PDF, Tagged PDF. Or give the document itself beside it.',
] as const
const unknownKind = [
  'It is of a kind that this check cannot look into.',
  'Save it as one of these: .pdf, .docx, .odt, .xlsx, .ods, .pptx, .odp, .csv, .txt.',
] as const

type Made = Uint8Array | (() => Promise<Uint8Array>)
const specimens: Record<
  string,
  [name: string, bytes: Made, ...said: (readonly [string, string])[]]
> = {
  'an empty file': [
    'a.pdf',
    new Uint8Array(),
    ['The file is empty.', 'Save it again from the program in which it was written.'],
  ],
  'a file that is too large': [
    'a.pdf',
    new Uint8Array(largestDocument + 1),
    [
      'The file is larger than 50 MB, which is too large for this check and for many readers.',
      'Make its pictures smaller, or publish it in parts.',
    ],
  ],
  'a file of an unknown kind': ['a.png', strToU8('\x89PNG'), unknownKind],
  'a file of an old kind': [
    'a.doc',
    compound,
    [
      'It is of an old kind (.doc, .xls or .ppt) that this check cannot look into.',
      'Save it as .docx, .xlsx or .pptx.',
    ],
  ],
  'a file that is not what its name says': [
    'a.pdf',
    strToU8('Only words'),
    [
      'Its name ends in .pdf, but it is no PDF, or a damaged one.',
      'Open it in the program in which it was written, and save it again.',
    ],
  ],
  'a name with another ending': [
    'a.txt',
    madePdf(good),
    ['Its name ends in .txt, but what it holds is: PDF.', 'Give it a name that ends in .pdf.'],
  ],
  'a name without an ending': [
    'a',
    madePdf(good),
    ['Its name has no ending, but what it holds is: PDF.', 'Give it a name that ends in .pdf.'],
  ],
  'text that is not in UTF-8': [
    'a.csv',
    Buffer.from('Gull,£8', 'latin1'),
    [
      'Its text is not in UTF-8, so pound signs and accented letters may come out wrong.',
      'Save it again as UTF-8; in Excel, choose the type CSV UTF-8.',
    ],
  ],
  'a damaged PDF': [
    'a.pdf',
    madePdf(good).subarray(0, 40),
    [
      'The file is damaged and cannot be opened.',
      'Save it again from the program in which it was written, and open the new file before you add it.',
    ],
  ],
  'a PDF with a password': [
    'a.pdf',
    () => protectedPdf('secret'),
    [
      'It is locked with a password, so nobody can read it without one.',
      'Save it again without a password.',
    ],
  ],
  'a protected PDF': [
    'a.pdf',
    () => protectedPdf(''),
    [
      'Its protection forbids screen readers to read it.',
      'Save it without protection, or allow text access for screen reader devices.',
    ],
  ],
  'a PDF with nothing but words': [
    'a.pdf',
    madePdf({ untagged: showing('Words') }),
    untagged,
    [
      'It has no title in its properties.',
      'Write a title in the properties of the document from which the PDF is made.',
    ],
    [
      'The name of the file, not its title, is shown and read out when it is opened.',
      'In Acrobat, choose Document Properties, Initial View, Show: Document Title; in LibreOffice, Export As PDF, User Interface, Display document title.',
    ],
    [
      'Its language is not marked, so a screen reader may read it with the wrong voice.',
      'Mark the language of the text in the document from which the PDF is made.',
    ],
  ],
  'a PDF of pictures': [
    'a.pdf',
    madePdf({ ...good, parts: [], untagged: drawnPicture }),
    [
      'Pictures of pages without text: a screen reader finds nothing in it.',
      'Make the PDF from the document itself; for a scan, recognise its text and correct it.',
    ],
    untagged,
  ],
  'a PDF of nothing': [
    'a.pdf',
    madePdf({ ...good, parts: [], untagged: '' }),
    [
      'Its pages are empty.',
      'Make the PDF from the document itself; for a scan, recognise its text and correct it.',
    ],
    untagged,
  ],
  'a PDF with some pictures of pages': [
    'a.pdf',
    madePdf({ ...good, morePages: Array.from({ length: 6 }, () => drawnPicture) }),
    [
      '6 of its 7 pages have no text, so a screen reader finds nothing there (pages 2, 3, 4, 5, 6 and others).',
      'Make the PDF from the document itself; for a scan, recognise its text and correct it.',
    ],
  ],
  'a PDF with much amiss': [
    'a.pdf',
    madePdf({
      ...good,
      title: 'Microsoft Word - plan',
      parts: [part('H2', 'Plan for the harbour'), figure(), dataTable('TD')],
      untagged: showing('Left out'),
    }),
    [
      'Its title, “Microsoft Word - plan”, does not say what it is about.',
      'Write a title in the properties of the document from which the PDF is made.',
    ],
    [
      'Some text on 1 page is outside the tags, so a screen reader may leave it out.',
      'Export it again from the document itself, or add the text to the tags in a PDF editor.',
    ],
    [
      'Its first heading has level 2, not level 1.',
      'Give the title of the text level 1, its parts level 2, and what is inside a part level 3.',
    ],
    [
      'Its only picture has neither a description nor a mark as decoration.',
      'Describe the picture, or mark it as decorative, in the document from which the PDF is made.',
    ],
    [
      'Its only table has no cells that are marked as headers.',
      'Mark the first row of the table as a header row in the document from which the PDF is made.',
    ],
  ],
  'a PDF without headings': [
    'a.pdf',
    madePdf({ ...good, parts: [part('P', 'Boats come and go.')] }),
    [
      'It has no headings that a screen reader can move by.',
      'Give the headings of the document from which the PDF is made the styles Heading 1, Heading 2 and so on.',
    ],
  ],
  'a PDF with a heading that skips a level': [
    'a.pdf',
    madePdf({ ...good, parts: [part('H1', 'Plan'), part('H3', 'Boats')] }),
    [
      'Its headings skip a level: level 3 follows level 1.',
      'Give the title of the text level 1, its parts level 2, and what is inside a part level 3.',
    ],
  ],
  'a text without anything': [
    'a.odt',
    odt('<text:p>…</text:p>'),
    [
      'No text was found in it: a screen reader finds nothing to read.',
      'Write the words of its pictures as text, or give the original with its text.',
    ],
    [
      'It has no title in its properties.',
      'In LibreOffice, write it in File, Properties, Description, Title.',
    ],
    [
      'Its language is not marked, so a screen reader may read it with the wrong voice.',
      'In LibreOffice, choose Tools, Language, For all Text.',
    ],
    [
      'It has no headings that a screen reader can move by.',
      'In LibreOffice, give each heading a style: Heading 1, Heading 2 and so on.',
    ],
  ],
  'a package with a file elsewhere': [
    'a.odt',
    odt('', { '../a.xml': '' }),
    [
      'The file is not as an office program makes it, so it was not opened: it holds a file that wants to be elsewhere, “../a.xml”.',
      'Ask where the file comes from, and save it again from the program in which it was written.',
    ],
  ],
  'a package of another kind': ['a.docx', packed({ 'words.txt': 'Words' }), unknownKind],
  'a bold line': [
    'a.docx',
    word('<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Boats</w:t></w:r></w:p>'),
    [
      'Its language is not marked, so a screen reader may read it with the wrong voice.',
      'In Word, select all of the text, then Review, Language, Set Proofing Language.',
    ],
    [
      'It has no headings that a screen reader can move by.',
      'In Word, give each heading a style: Heading 1, Heading 2 and so on.',
    ],
    [
      '1 short bold line may be meant as a heading but is not marked so.',
      'If it is a heading, give it the style of a heading in place of bold letters.',
    ],
  ],
  'a workbook with much amiss': [
    'a.xlsx',
    workbook({ Sheet1: '<row><c><v>8</v></c></row>', Birds: '', Boats: '' }),
    ['“Birds” and “Boats” are empty sheets.', 'Delete sheets that have nothing in them.'],
    [
      '“Sheet1” does not say what the sheet holds.',
      'Give each sheet a name that says what is in it: right-click its tab, then Rename.',
    ],
    [
      'It has 3 merged cells, in which a screen reader may lose the row or the column.',
      'Split merged cells, and write the value into each cell to which it belongs.',
    ],
    [
      'It contains macros: programs that can do harm when it is opened.',
      'Save it as a document without macros (.docx, .xlsx, .pptx, .odt, .ods or .odp).',
    ],
  ],
}

for (const [title, [name, bytes, ...said]] of Object.entries(specimens)) {
  test(title, async () => {
    const { findings } = await check(name, typeof bytes === 'function' ? await bytes() : bytes)
    const failed = findings.flatMap((each) => (each.passed ? [] : [[each.words, each.mend]]))
    assert.deepEqual(failed, said)
  })
}

test('`npm run check` says it of a document that the site has', async (context) => {
  const root = writeContent(context, {
    ...withBody('See <DocumentLink document="made-up-report">the report</DocumentLink>.'),
    'content/documents/made-up.pdf': madePdf({ ...good, title: '', untagged: '' }),
    'content/documents.yaml':
      'made-up-report:\n  title: The report\n  availability: on-this-site\n  href: /documents/made-up.pdf\n',
  })
  const siteUrl = 'https://made-up.example'
  const { problems } = await contentProblems({ root, siteUrl, now: someDay, errorsOnly: true })
  assert.deepEqual(problems, [
    {
      level: 'remark',
      file: 'content/documents.yaml',
      line: 4,
      column: 9,
      what: '“The report”: It has no title in its properties.',
      mend: 'Write a title in the properties of the document from which the PDF is made.',
    },
  ])
})

import * as z from 'zod'

/*
 * What front matter and the YAML files may say. Each field's description is the sentence that a
 * writer reads when the field is missing or wrong. Every object is strict: a misspelt key, such
 * as `embargoUntill`, must stop the build and not let a release out.
 */

const words = (maximum: number) => z.string().trim().min(1).max(maximum)

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .describe('Small letters, digits and single hyphens, such as `keeping-children-safe`.')
const reference = slug
const day = z.iso.date().describe('A date that exists, as year-month-day, such as 2016-11-25.')
const moment = z.iso
  .datetime({ offset: true })
  .describe('A moment with its offset from UTC, such as 2016-11-25T09:30:00+00:00.')
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('A time of day in London, from 00:00 to 23:59, such as "14:05".')
const language = z
  .string()
  .refine((tag) => {
    try {
      return Intl.getCanonicalLocales(tag)[0] === tag
    } catch {
      return false
    }
  })
  .describe('A language tag (BCP 47), such as en-GB, cy or ar.')
const webAddress = z
  .url({ protocol: /^https?$/ })
  .describe('A whole web address that begins with https:// or http://.')
const address = z
  .string()
  .regex(/^(https?:\/\/\S+|\/\S*)$/)
  .describe('A whole web address, or an address on this site that begins with /.')

/** A date as a document states it; `date` is what it means, and `inferred` that we worked it out. */
export const statedDate = z
  .strictObject({
    asStated: words(120).describe('The date in the words of the document.'),
    date: day.optional(),
    inferred: z.boolean().optional().describe('true when the date was worked out, not stated.'),
    basis: words(200).optional().describe('How the date was worked out.'),
  })
  .refine((value) => !value.inferred || (value.date !== undefined && value.basis !== undefined), {
    error: 'A date is marked as worked out (`inferred: true`), but not which or how.',
    params: { mend: 'Add `date`, and `basis`: how it was worked out.' },
  })
export type StatedDate = z.infer<typeof statedDate>

export const namedRole = z
  .strictObject({
    person: reference.optional().describe('The id of a person in content/people.yaml.'),
    organisation: reference.optional().describe('The id of a body in content/organisations.yaml.'),
    asStated: words(120).optional().describe('The role in the words of the release.'),
  })
  .refine((value) => Object.values(value).some((part) => part !== undefined), {
    error: 'Nobody is named here.',
    params: { mend: 'Name a `person`, an `organisation` or a role (`asStated`).' },
  })
export type NamedRole = z.infer<typeof namedRole>

const mention = z
  .strictObject({
    person: reference.optional().describe('The id of a person in content/people.yaml.'),
    organisation: reference.optional().describe('The id of a body in content/organisations.yaml.'),
    roleAsStated: words(120).optional().describe('The role in the words of the release.'),
  })
  .refine((value) => (value.person === undefined) !== (value.organisation === undefined), {
    error: 'Either nobody or more than one is named here.',
    params: { mend: 'Name a `person` or an `organisation`, one in each entry.' },
  })

const contact = z
  .strictObject({
    name: words(120).describe('Who answers.'),
    purpose: z.enum(['press', 'public', 'accessible-formats']).describe('What the contact is for.'),
    email: z.email().optional(),
    telephone: words(40).optional(),
    textRelay: words(80).optional(),
    hours: words(120).optional(),
  })
  .refine((value) => value.email !== undefined || value.telephone !== undefined, {
    error: 'A contact has no way to reach it.',
    params: { mend: 'Add `email` or `telephone`.' },
  })

/** A version of a publication or a document that people made, such as a film in sign language. */
export const madeFormat = z.strictObject({
  format: words(60).describe('The format in words, such as British Sign Language video.'),
  href: address,
  madeBy: words(120).describe('Who made it.'),
  checked: z.strictObject({ on: day, how: words(200) }).optional(),
  added: day.describe('The day from which it can be had, as year-month-day.'),
})
export type MadeFormat = z.infer<typeof madeFormat>

const leadImage = z.union([
  z.strictObject({
    src: address,
    alt: words(180).describe('What the picture shows, for somebody who cannot see it.'),
    caption: words(300).optional(),
    credit: words(120).optional(),
  }),
  z.strictObject({ src: address, decorative: z.literal(true), credit: words(120).optional() }),
])

const publishing = {
  title: words(110).describe('The title, at most 110 characters.'),
  summary: words(160).describe(
    'One sentence for lists and search results, at most 160 characters.',
  ),
  lang: language.default('en-GB'),
  published: day.describe('The date of publication, as year-month-day, such as 2016-11-25.'),
  publishAt: moment.optional(),
  embargoUntil: moment.optional(),
  state: z
    .enum(['draft', 'in-review', 'ready', 'published', 'withdrawn'])
    .describe('How far it is: draft, in-review, ready, published or withdrawn.'),
  withdrawn: z
    .strictObject({
      on: day,
      at: timeOfDay.optional(),
      why: words(300).describe('Why it was withdrawn, in one or two sentences.'),
      replacedBy: address.optional(),
    })
    .optional(),
  topics: z.array(reference).default([]),
  notes: z.array(reference).default([]),
  documents: z.array(reference).default([]),
  contacts: z.array(contact).default([]),
  formats: z.array(madeFormat).default([]),
  reviewOn: day.optional(),
}

interface PublishingFacts {
  state: string
  publishAt?: string | undefined
  embargoUntil?: string | undefined
  withdrawn?: object | undefined
}

/** Rules that hold between fields of every publication. */
function checkPublishing(value: PublishingFacts, context: z.RefinementCtx): void {
  if (
    value.publishAt !== undefined &&
    value.embargoUntil !== undefined &&
    Date.parse(value.publishAt) < Date.parse(value.embargoUntil)
  ) {
    context.addIssue({
      code: 'custom',
      path: ['publishAt'],
      message: '`publishAt` is before the embargo ends (`embargoUntil`).',
      params: { mend: `Write the end of the embargo or a later moment: ${value.embargoUntil}.` },
    })
  }
  if (value.state === 'withdrawn' && value.withdrawn === undefined) {
    context.addIssue({
      code: 'custom',
      path: ['state'],
      message: 'It is withdrawn, but nothing says when and why.',
      params: { mend: 'Add `withdrawn:` with `on` and `why`.' },
    })
  }
  if (value.state !== 'withdrawn' && value.withdrawn !== undefined) {
    context.addIssue({
      code: 'custom',
      path: ['withdrawn'],
      message: `\`withdrawn\` is filled in, but the state is ${value.state}.`,
      params: { mend: 'Write `state: withdrawn`, or take `withdrawn` out.' },
    })
  }
}

export const pressRelease = z
  .strictObject({
    ...publishing,
    kind: z
      .enum(['press-release', 'statement', 'media-advisory', 'speech'])
      .describe('What it is: press-release, statement, media-advisory or speech.'),
    dateLabelAsStated: words(40).default('Published'),
    notesLabelAsStated: words(60)
      .optional()
      .describe('Words that stand before the notes, where the record has such words.'),
    from: z.array(reference).min(1).describe('The ids of the bodies that publish it.'),
    announces: z.array(reference).default([]),
    mentions: z.array(mention).default([]),
    boilerplate: reference.optional().describe('The id of the body whose standard text to show.'),
    leadImage: leadImage.optional(),
    translations: z.record(language, reference).default({}),
    source: z
      .strictObject({
        kind: z.enum(['imported', 'original']),
        note: words(300).describe('Where the words come from.'),
      })
      .optional(),
  })
  .superRefine(checkPublishing)

export const actionPlan = z
  .strictObject({
    ...publishing,
    titleIsHandle: z
      .boolean()
      .default(false)
      .describe('true when this site, not the source, gave the plan and its actions their titles.'),
    announcedIn: reference.describe('The id of the release that announced the plan.'),
    inResponseTo: reference.optional().describe('The id of a document in content/documents.yaml.'),
    owner: namedRole.describe('Who answers for the plan.'),
    nextUpdateDue: statedDate.optional(),
    actions: z
      .array(
        z.strictObject({
          id: slug,
          title: words(80).describe('A short handle; the commitment itself stands in the text.'),
          owner: namedRole.optional(),
          involves: z.array(namedRole).default([]),
          due: statedDate.optional(),
          note: words(300).optional(),
        }),
      )
      .min(1)
      .describe('The actions of the plan, in order.'),
  })
  .superRefine(checkPublishing)

export const noteToEditors = z.strictObject({
  title: words(110),
  summary: words(160).describe('One sentence for lists and search results.'),
  lang: language.default('en-GB'),
  mark: z
    .string()
    .regex(/^\S{1,3}$/)
    .describe('The sign that stands in the text, such as * or 1 (put quotes round it).'),
  refersTo: words(200).describe('The words of the text that the note hangs on.'),
})

/** A page of the site itself: accessibility statement, privacy … */
export const sitePage = z.strictObject({
  title: words(110),
  summary: words(160).describe('One sentence that says what the page is for.'),
  lang: language.default('en-GB'),
  reviewed: day.describe('When a person last read the page through, as year-month-day.'),
})

export const actionStatus = z.enum([
  'announced',
  'in progress',
  'in progress, with problems',
  'ongoing',
  'done',
  'done differently',
  'stopped',
])
export type ActionStatus = z.infer<typeof actionStatus>

const updateTarget = {
  release: reference.optional().describe('The id of a press release.'),
  plan: reference.optional().describe('The id of an action plan.'),
}
const happened = {
  on: day,
  at: timeOfDay.optional(),
}
const oneTarget = (value: { release?: string | undefined; plan?: string | undefined }) =>
  (value.release === undefined) !== (value.plan === undefined)
const wrongTarget = {
  error: 'It is about nothing, or about two things.',
  params: { mend: 'Name a `release` or a `plan`, not both.' },
}

export const update = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('progress'),
    ...happened,
    plan: reference.describe('The id of an action plan.'),
    action: reference.describe('The id of one of its actions.'),
    status: actionStatus,
    summary: words(300),
    evidence: z.array(z.strictObject({ label: words(120), url: webAddress })).default([]),
    by: namedRole,
  }),
  z
    .strictObject({
      type: z.literal('change'),
      ...happened,
      ...updateTarget,
      significant: z
        .boolean()
        .optional()
        .describe('Whether readers should know of it: false keeps it out of feeds and lists.'),
      summary: words(300).optional().describe('What changed, for readers.'),
      minor: z
        .literal(true)
        .optional()
        .describe(
          'true when the change alters no meaning, such as a spelling; say why in `reason`.',
        ),
      reason: words(300)
        .optional()
        .describe('Why the wording was changed, although the meaning is the same.'),
    })
    .refine(oneTarget, wrongTarget)
    .refine(
      ({ minor, significant, summary }) =>
        minor ?? (significant !== undefined && summary !== undefined),
      {
        error: 'A change says neither what readers are told nor why they need not be.',
        params: {
          mend: 'Write `significant` and `summary`; or, when the words mean the same, `minor: true` and `reason`.',
        },
      },
    )
    .refine(
      ({ minor, reason, significant, summary }) =>
        minor ? reason && significant === undefined && !summary : !reason,
      {
        error: 'A change is said to be minor, or to have a reason, but not both.',
        params: {
          mend: 'A minor change has `minor: true` and `reason`; any other `significant` and `summary`.',
        },
      },
    ),
  z
    .strictObject({
      type: z.literal('correction'),
      ...happened,
      ...updateTarget,
      where: words(120).describe('Which part was wrong.'),
      said: words(300).describe('What it said.'),
      says: words(300).describe('What it says now.'),
      why: words(300).optional().describe('How the mistake came about.'),
    })
    .refine(oneTarget, wrongTarget),
  z
    .strictObject({
      type: z.literal('format-added'),
      ...happened,
      ...updateTarget,
      format: words(60),
      summary: words(300),
    })
    .refine(oneTarget, wrongTarget),
])

export const people = z.record(
  slug,
  z.strictObject({
    name: words(120),
    lang: language.optional(),
    pronunciation: words(120).optional(),
  }),
)

export const organisations = z.record(
  slug,
  z.strictObject({
    name: words(160),
    shortAsStated: words(60).optional(),
    expansionGiven: z.boolean().describe('true when the source itself spells the short form out.'),
    url: webAddress.optional(),
    boilerplate: words(2000).optional(),
  }),
)

export const documents = z.record(
  slug,
  z
    .strictObject({
      title: words(200),
      by: reference.optional().describe('The id of a body in content/organisations.yaml.'),
      availability: z
        .enum(['on-this-site', 'elsewhere', 'mentioned-only'])
        .describe('Where it can be had: on-this-site, elsewhere or mentioned-only.'),
      href: address.optional(),
      mediaType: words(80).optional().describe('What kind of file it is, such as PDF.'),
      bytes: z.int().positive().optional(),
      pages: z.int().positive().optional(),
      lang: language.optional(),
      published: statedDate.optional(),
      formats: z.array(madeFormat).default([]),
    })
    .refine((value) => (value.availability === 'mentioned-only') === (value.href === undefined), {
      error: '`availability` and `href` say different things.',
      params: {
        mend: 'Give the address in `href`; without one, write `availability: mentioned-only`.',
      },
    }),
)

export const topics = z.record(slug, z.strictObject({ title: words(80), summary: words(160) }))

export const glossary = z.array(
  z.strictObject({
    term: words(60),
    meaning: words(200).optional().describe('Only where a source gives it.'),
    source: words(200).describe('Where the meaning, or its absence, can be read.'),
  }),
)

export const knownIssues = z.array(
  z.strictObject({
    problem: words(300),
    whoItAffects: words(300),
    criterion: words(120).describe('The WCAG success criterion, or `None`.'),
    reason: words(300),
    fixBy: words(120),
    alternative: words(300).optional(),
    found: day,
  }),
)

const paragraphs = z.array(words(1000)).min(1)

export const site = z.strictObject({
  name: words(60),
  description: words(200),
  lang: language,
  disclaimer: words(300).describe('Whose site this is, and whose it is not.'),
  publicBranches: z
    .array(words(100))
    .default([])
    .describe('The branches of the repository that anybody can read; `all` means every branch.'),
  security: z
    .strictObject({
      contact: z
        .array(z.url({ protocol: /^(https|mailto|tel)$/ }))
        .min(1)
        .describe('Where to report a hole in the site: addresses with https:, mailto: or tel:.'),
      expires: day.describe('Until when the contact is good: at most a year from now.'),
      policy: webAddress.optional(),
    })
    .optional(),
  contact: z
    .strictObject({
      email: z.email().optional(),
      telephone: words(60).optional(),
      textRelay: words(60).optional().describe('The number for text relay, with its prefix.'),
      postalAddress: words(300).optional().describe('On one line, with commas.'),
    })
    .optional()
    .describe('How to ask for a format without the form. Leave it out when none is known.'),
  accessibleFormats: z
    .strictObject({
      heading: words(120),
      paragraphs: paragraphs.describe('The offer, in the words of the publishing body.'),
      formLink: words(120).describe('The part of those words that leads to the form.'),
    })
    .refine(({ paragraphs, formLink }) => paragraphs.some((each) => each.includes(formLink)), {
      error: 'The words of `formLink` stand in none of the `paragraphs`.',
      params: { mend: 'Copy some words of a paragraph into `formLink`.' },
    }),
})

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('A month, as year-month, such as 2016-11.')
const count = z
  .union([z.int().min(5), z.enum(['under 5', 'not shown'])])
  .describe('A number from 5, or the words `under 5` or `not shown`.')
const requestCounts = z.strictObject({
  asked: count,
  answered: count,
  inTime: count.describe('How many of them were answered by the day that was promised.'),
})

/** The public ledger of requests for formats, which `npm run requests -- ledger` writes. */
export const formatRequests = z.strictObject({
  counted: day.describe('The day in London on which it was counted.'),
  from: month.optional().describe('The month of the first request; none without requests.'),
  to: month.optional().describe('The month of the last request; none without requests.'),
  inAll: requestCounts,
  byFormat: z.record(slug, requestCounts),
})

export const auditResult = z.strictObject({
  date: day.describe('The day in London on which the audit ran.'),
  pages: z
    .int()
    .min(1)
    .describe('How many pages were looked at, with states of them such as a refused form.'),
  rules: z.int().min(1).describe('How many rules there were, of every tool.'),
  modes: z.array(words(60)).min(1),
  tools: z.array(z.strictObject({ name: words(60), version: words(40), rules: z.int().min(1) })),
  found: z.strictObject({
    errors: z.int().min(0),
    warnings: z.int().min(0),
    answered: z
      .int()
      .min(0)
      .describe('Places that a person looked at, because no program can decide.'),
  }),
  heard: z
    .strictObject({
      screenReader: words(40),
      version: words(40),
      readings: z.int().min(1).describe('Pages that it read.'),
      journeys: z.int().min(1),
    })
    .optional()
    .describe('None where no screen reader has been recorded.'),
})

export type AuditResult = z.infer<typeof auditResult>
export type FormatRequests = z.infer<typeof formatRequests>
export type PressRelease = z.infer<typeof pressRelease>
export type ActionPlan = z.infer<typeof actionPlan>
export type NoteToEditors = z.infer<typeof noteToEditors>
export type SitePage = z.infer<typeof sitePage>
export type Update = z.infer<typeof update>
export type Person = z.infer<typeof people>[string]
export type Organisation = z.infer<typeof organisations>[string]
export type MentionedDocument = z.infer<typeof documents>[string]
export type Topic = z.infer<typeof topics>[string]
export type GlossaryEntry = z.infer<typeof glossary>[number]
export type KnownIssue = z.infer<typeof knownIssues>[number]
export type Site = z.infer<typeof site>

/* What the site's pages know of a publication; its text is kept beside the store (formats/cache.ts). */

/** A document of this site that a publication offers, and what its check found. */
export const attached = z.strictObject({
  title: z.string(),
  address: z.string(),
  /** What it is and how large, in words. */
  details: z.string(),
  verdict: z.string(),
  checkedOn: z.string(),
  /** Names its bytes. */
  digest: z.string(),
})
export type Attached = z.infer<typeof attached>

/** A picture that a publication shows. */
export const shownPicture = z.strictObject({
  address: z.string(),
  /** Names its bytes. */
  digest: z.string(),
})
export type ShownPicture = z.infer<typeof shownPicture>

const listed = {
  title: z.string(),
  summary: z.string(),
  lang: z.string(),
  /** Left out where there are none. */
  attached: z.array(attached).optional(),
  pictures: z.array(shownPicture).optional(),
  /** In a preview only: the public may not see it yet. */
  notPublic: z.literal(true).optional(),
}
const ids = z.array(z.string())
const record = {
  ...listed,
  /** The day that it is dated, and the moment from which the public could read it. */
  published: z.string(),
  publishedAt: z.string(),
  /** The moment of its last change that readers are told of, as RFC 3339 writes it. */
  updatedAt: z.string(),
  /** The bodies that published it. */
  from: ids,
}
const filed = {
  ...record,
  withdrawn: z.boolean(),
  /** What changed since, in words, newest first. */
  changes: z.array(z.strictObject({ at: z.string(), what: z.string() })),
  /** Ids of the people and bodies that it names, publishers too, and of its topics. */
  people: ids,
  organisations: ids,
  topics: ids,
  /** What people made of it, in the order in which it is written down. */
  formats: z.array(madeFormat),
}

export const releaseEntry = z.strictObject({
  ...filed,
  kind: pressRelease.shape.kind,
  announces: ids,
})
export const planEntry = z.strictObject({ ...filed, announcedIn: z.string(), actions: z.int() })
export const noteEntry = z.strictObject(record)
/** A page of the site itself, or of one person, body or topic; `kind` is then 'Person' … */
export const pageEntry = z.strictObject({
  ...listed,
  kind: z.string(),
  updatedAt: z.string().optional(),
})

export type ReleaseEntry = z.infer<typeof releaseEntry>
export type PlanEntry = z.infer<typeof planEntry>
export type NoteEntry = z.infer<typeof noteEntry>
export type PageEntry = z.infer<typeof pageEntry>

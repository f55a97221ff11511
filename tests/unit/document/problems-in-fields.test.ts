import { test } from 'node:test'
import {
  assertErrors,
  edited,
  note,
  page,
  plan,
  read,
  release,
  rightFiles,
  update,
  withBody,
  writeContent,
  type Files,
  type Said,
} from './made-up-content.ts'
import assert from 'node:assert/strict'

/* Front matter and registers: each wrong field is one error, at its place, with the mend. */

/** The press release with a line more after its state, on line 7. */
const withLine = (line: string): Files =>
  edited(release, 'state: published\n', `state: published\n${line}\n`)

const progress = (changes: Record<string, string | undefined> = {}): Files => {
  const fields: Record<string, string | undefined> = {
    type: 'progress',
    on: '2020-01-20',
    plan: 'made-up-plan',
    action: 'first-action',
    status: 'in progress',
    summary: 'Some of it was not done.',
    by: '{ person: second-person }',
    ...changes,
  }
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}`,
  )
  return { [update]: `---\n${lines.join('\n')}\n---\n` }
}

const moment = 'A moment with its offset from UTC, such as 2016-11-25T09:30:00+00:00.'
const day = 'A date that exists, as year-month-day, such as 2016-11-25.'
const slug = 'Small letters, digits and single hyphens, such as `keeping-children-safe`.'
const web = 'A whole web address, or an address on this site that begins with /.'

const formatAdded: Files = {
  'content/updates/made-up-format.mdx':
    '---\ntype: format-added\non: 2020-01-20\nrelease: made-up-release\nformat: Filn\nsummary: A film.\n---\n',
}

const change = (fields: string): Files => ({
  [update]: `---\ntype: change\non: 2020-01-20\nrelease: made-up-release\n${fields}\n---\n`,
})

const wrong: Record<string, [changed: Files, ...said: Said[]]> = {
  // References
  'a body that is not there': [
    edited(release, 'from: [ministry-of-made-up-matters]', 'from: [ministry-of-made-up-maters]'),
    [
      '7:8',
      'There is no organisation “ministry-of-made-up-maters”.',
      'Did you mean `ministry-of-made-up-matters`?',
    ],
  ],
  'a body like none': [
    edited(release, 'from: [ministry-of-made-up-matters]', 'from: [zebra]'),
    [
      '7:8',
      'There is no organisation “zebra”.',
      'Known: `ministry-of-made-up-matters`, `council-of-nowhere`.',
    ],
  ],
  'a plan that is not there': [
    edited(release, 'announces: [made-up-plan]', 'announces: [made-up-plan, made-up-pln]'),
    ['8:27', 'There is no action plan “made-up-pln”.', 'Did you mean `made-up-plan`?'],
  ],
  'a person who is not there': [
    edited(release, '- person: made-up-person', '- person: made-up-persons'),
    ['10:5', 'There is no person “made-up-persons”.', 'Did you mean `made-up-person`?'],
  ],
  'a note that is not there': [
    edited(release, 'notes: [made-up-note]', 'notes: [made-up-note, made-up-notes]'),
    ['12:23', 'There is no note “made-up-notes”.', 'Did you mean `made-up-note`?'],
  ],
  'a document that is not there': [
    withLine('documents: [made-up-reprot]'),
    ['7:13', 'There is no document “made-up-reprot”.', 'Did you mean `made-up-report`?'],
  ],
  'a topic that is not there': [
    withLine('topics: [made-up-topics]'),
    ['7:10', 'There is no topic “made-up-topics”.', 'Did you mean `made-up-topic`?'],
  ],
  'a body for the standard text that is not there': [
    withLine('boilerplate: council-of-nowher'),
    ['7:14', 'There is no organisation “council-of-nowher”.', 'Did you mean `council-of-nowhere`?'],
  ],
  'a translation that is not there': [
    withLine('translations:\n  cy: made-up-releas'),
    ['8:7', 'There is no press release “made-up-releas”.', 'Did you mean `made-up-release`?'],
  ],
  'a release of a plan that is not there': [
    edited(plan, 'announcedIn: made-up-release', 'announcedIn: made-up-relase'),
    [
      `${plan}:6:14`,
      'There is no press release “made-up-relase”.',
      'Did you mean `made-up-release`?',
    ],
  ],
  'a document that a plan responds to and that is not there': [
    edited(
      plan,
      'announcedIn: made-up-release',
      'announcedIn: made-up-release\ninResponseTo: zebra',
    ),
    [`${plan}:7:15`, 'There is no document “zebra”.', 'Known: `made-up-report`.'],
  ],
  'an owner of an action who is not there': [
    edited(plan, 'title: First action', 'title: First action\n    owner: { person: zebra }'),
    [`${plan}:13:12`, 'There is no person “zebra”.', 'Known: `made-up-person`, `second-person`.'],
  ],

  'a topic where there are none': [
    { 'content/topics.yaml': '{}\n', ...withLine('topics: [made-up-topic]') },
    ['7:10', 'There is no topic “made-up-topic”.', 'There is none yet.'],
  ],

  // Keys and values
  'a misspelt key': [
    withLine("embargoUntill: '2030-01-01T00:00:00+00:00'"),
    ['7:1', 'Unrecognized key `embargoUntill`.', 'Did you mean `embargoUntil`?'],
  ],
  'a misspelt key inside a field': [
    edited(release, '  - person: made-up-person', '  - persn: made-up-person'),
    ['10:5', 'Unrecognized key `persn`.', 'Did you mean `person`?'],
  ],
  'a field that is missing': [
    edited(release, 'summary: Nothing has been announced.\n', ''),
    [
      '2:1',
      '`summary` is missing.',
      'One sentence for lists and search results, at most 160 characters.',
    ],
  ],
  'a choice that is missing': [
    edited(release, 'state: published\n', ''),
    [
      '2:1',
      '`state` is missing.',
      'How far it is: draft, in-review, ready, published or withdrawn.',
    ],
  ],
  'a count that would tell of few people': [
    {
      'content/format-requests.yaml':
        'counted: 2020-01-15\ninAll: { asked: 3, answered: 0 under, inTime: under 5 }\nbyFormat: {}\n',
    },
    [
      'content/format-requests.yaml:2:17',
      '`inAll.asked` is not right: 3.',
      'A number from 5, or the words `under 5` or `not shown`.',
    ],
    [
      'content/format-requests.yaml:2:30',
      '`inAll.answered` is not a number.',
      'A number from 5, or the words `under 5` or `not shown`.',
    ],
  ],
  'a field that is empty': [
    edited(release, 'title: A made-up announcement', 'title:'),
    ['2:7', '`title` has no value.', 'The title, at most 110 characters.'],
  ],
  'a text that YAML takes for a number': [
    edited(release, 'title: A made-up announcement', 'title: 2016'),
    ['2:8', '`title` is not text.', 'Put quotes round it: "2016".'],
  ],
  'a text that is too long': [
    edited(release, 'title: A made-up announcement', `title: ${'x'.repeat(111)}`),
    ['2:8', '`title` is too long.', 'The title, at most 110 characters.'],
  ],
  'a text that is too long, in a field that does not say more of itself': [
    edited(page, 'title: Made-up page', `title: ${'x'.repeat(111)}`),
    [`${page}:2:8`, '`title` is too long.', 'At most 110 characters.'],
  ],
  'a text of nothing': [
    edited(page, 'title: Made-up page', 'title: ""'),
    [
      `${page}:2:8`,
      '`title` is empty.',
      'Write it; only a field that may be missing can be left out.',
    ],
  ],
  'a list that is one word': [
    edited(release, 'notes: [made-up-note]', 'notes: made-up-note'),
    [
      '12:8',
      '`notes` is not a list.',
      'Write `name: value`, one a line. A value with a colon, or that begins with * or #, needs quotes round it.',
    ],
  ],
  'a choice that is none': [
    edited(release, 'state: published', 'state: publishd'),
    ['6:8', '`state` is not one of its possible values.', 'Did you mean `published`?'],
  ],
  'a kind of update that is none': [
    progress({ type: 'progres' }),
    [`${update}:2:7`, '`type` is not one of its possible values.', 'Did you mean `progress`?'],
  ],
  'an update without its kind': [
    progress({ type: undefined }),
    [`${update}:2:1`, '`type` is missing.', 'Write `type: …`.'],
  ],
  'a language in another form': [
    withLine('lang: EN-gb'),
    ['7:7', '`lang` is not right.', 'A language tag (BCP 47), such as en-GB, cy or ar.'],
  ],
  'an id with capitals': [
    { 'content/topics.yaml': 'Made-Up:\n  title: T\n  summary: S\n' },
    ['content/topics.yaml:1:1', '`Made-Up` cannot stand before a colon here.', slug],
  ],
  'a reference with capitals': [
    withLine('boilerplate: Council'),
    [
      '7:14',
      '`boilerplate` is not right: "Council".',
      'The id of the body whose standard text to show.',
    ],
  ],
  'an address that is a program': [
    withLine(
      "formats:\n  - { format: Film, href: 'javascript:x', madeBy: Nobody, added: 2020-01-20 }",
    ),
    ['8:27', '`formats.0.href` is not right: "javascript:x".', web],
  ],
  'a document without its address': [
    { 'content/documents.yaml': 'made-up-report:\n  title: T\n  availability: elsewhere\n' },
    [
      'content/documents.yaml:2:3',
      '`availability` and `href` say different things.',
      'Give the address in `href`; without one, write `availability: mentioned-only`.',
    ],
  ],
  'a contact without a way to reach it': [
    withLine('contacts:\n  - { name: Press office, purpose: press }'),
    ['8:5', 'A contact has no way to reach it.', 'Add `email` or `telephone`.'],
  ],
  'a mention of nobody': [
    edited(release, '  - person: made-up-person\n    roleAsStated', '  - roleAsStated'),
    [
      '10:5',
      'Either nobody or more than one is named here.',
      'Name a `person` or an `organisation`, one in each entry.',
    ],
  ],
  'an owner who is nobody': [
    edited(plan, 'owner:\n  asStated: the Minister for Made-Up Matters', 'owner: {}'),
    [
      `${plan}:7:8`,
      'Nobody is named here.',
      'Name a `person`, an `organisation` or a role (`asStated`).',
    ],
  ],
  'an offer without the words of its link': [
    {
      'content/site.yaml': rightFiles['content/site.yaml'].replace(
        'formLink: our form',
        'formLink: your form',
      ),
    },
    [
      'content/site.yaml:6:3',
      'The words of `formLink` stand in none of the `paragraphs`.',
      'Copy some words of a paragraph into `formLink`.',
    ],
  ],

  // Dates and moments
  'a date that does not exist': [
    edited(release, 'published: 2020-01-15', 'published: 2016-02-30'),
    [
      '5:12',
      '`published` is not right: "2016-02-30".',
      'The date of publication, as year-month-day, such as 2016-11-25.',
    ],
  ],
  'a date with its day first': [
    withLine('reviewOn: 15/01/2020'),
    ['7:11', '`reviewOn` is not right: "15/01/2020".', day],
  ],
  'a moment without its offset': [
    withLine('publishAt: 2020-07-01T00:01:00'),
    ['7:12', '`publishAt` is not right: "2020-07-01T00:01:00".', moment],
  ],
  'a moment that is only a day': [
    withLine('embargoUntil: 2020-07-01'),
    ['7:15', '`embargoUntil` is not right: "2020-07-01".', moment],
  ],
  'a publication before the embargo ends': [
    withLine('publishAt: 2020-07-01T00:00:00+01:00\nembargoUntil: 2020-07-01T00:00:00Z'),
    [
      '7:12',
      '`publishAt` is before the embargo ends (`embargoUntil`).',
      'Write the end of the embargo or a later moment: 2020-07-01T00:00:00Z.',
    ],
  ],
  'a withdrawal without a reason': [
    edited(release, 'state: published', 'state: withdrawn\nwithdrawn: { on: 2020-01-20 }'),
    ['7:12', '`withdrawn.why` is missing.', 'Why it was withdrawn, in one or two sentences.'],
  ],
  'a withdrawal without anything': [
    edited(release, 'state: published', 'state: withdrawn'),
    [
      '6:8',
      'It is withdrawn, but nothing says when and why.',
      'Add `withdrawn:` with `on` and `why`.',
    ],
  ],
  'a withdrawal in another state': [
    withLine('withdrawn: { on: 2020-01-20, why: It was made up. }'),
    [
      '7:12',
      '`withdrawn` is filled in, but the state is published.',
      'Write `state: withdrawn`, or take `withdrawn` out.',
    ],
  ],
  'a withdrawal before the publication': [
    edited(
      release,
      'state: published',
      'state: withdrawn\nwithdrawn: { on: 2020-01-10, why: It was made up. }',
    ),
    [
      '7:18',
      'It is withdrawn before it is published.',
      'Write the day on which it was withdrawn; a text that never went out needs no withdrawal: `state: draft`.',
    ],
  ],
  'a date worked out without saying how': [
    edited(
      plan,
      'title: First action',
      'title: First action\n    due: { asStated: on Monday, date: 2020-01-20, inferred: true }',
    ),
    [
      `${plan}:13:10`,
      'A date is marked as worked out (`inferred: true`), but not which or how.',
      'Add `date`, and `basis`: how it was worked out.',
    ],
  ],

  // The picture of a release
  'a lead image without words': [
    withLine('leadImage: { src: /images/made-up.png }'),
    [
      '7:12',
      '`leadImage.alt` is missing.',
      'What the picture shows, for somebody who cannot see it.',
    ],
  ],
  'a lead image described by the name of its file': [
    withLine('leadImage: { src: /images/made-up.png, alt: made-up.png }'),
    [
      '7:45',
      'The alternative text is the name of a file.',
      'Say what the picture shows, in words.',
    ],
  ],
  'a lead image that is not there': [
    withLine('leadImage: { src: /images/made-down.png, decorative: true }'),
    [
      '7:19',
      'There is no picture /images/made-down.png.',
      'Put the file (.png, .jpg, .gif, .svg or .webp) into content/images/ and write its address, such as /images/city-hall.jpg.',
    ],
  ],

  // A plan, its actions and its release
  'an action without its words': [
    edited(
      plan,
      'title: Second action',
      'title: Second action\n  - id: third-action\n    title: Third',
    ),
    [
      `${plan}:15:9`,
      'The text has no <Action id="third-action"> with the words of the commitment.',
      'Write it between <Actions> and </Actions>.',
    ],
  ],
  'words of an action that is not listed': [
    edited(plan, '</Actions>', '<Action id="third-action">\nTo stop.\n</Action>\n</Actions>'),
    [
      `${plan}:27:1`,
      '`actions` in the front matter has no “third-action”.',
      'Add it there, or take these words out.',
    ],
  ],
  'an action called otherwise in the text': [
    edited(plan, '<Action id="second-action">', '<Action id="second-acton">'),
    [
      `${plan}:13:9`,
      'The text has no <Action id="second-action"> with the words of the commitment.',
      'Did you mean `second-acton`?',
    ],
    [
      `${plan}:24:1`,
      '`actions` in the front matter has no “second-acton”.',
      'Did you mean `second-action`?',
    ],
  ],
  'actions in another order': [
    edited(
      plan,
      '  - id: first-action\n    title: First action\n  - id: second-action\n    title: Second action',
      '  - id: second-action\n    title: Second action\n  - id: first-action\n    title: First action',
    ),
    [
      `${plan}:20:1`,
      '“first-action” stands in another order than in the front matter.',
      'Put both into the same order: it numbers the actions.',
    ],
  ],
  'two actions with one id in the front matter': [
    edited(
      plan,
      '  - id: second-action',
      '  - id: first-action\n    title: Again\n  - id: second-action',
    ),
    [`${plan}:13:9`, 'Two actions have the id “first-action”.', 'Rename one.'],
  ],
  'two actions with one id in the text': [
    edited(plan, '</Actions>', '<Action id="first-action">\nTo stop.\n</Action>\n</Actions>'),
    [`${plan}:27:1`, 'Two <Action> have the id “first-action”.', 'Rename one.'],
  ],
  'a release that is public before its plan': [
    edited(plan, 'state: published', 'state: draft'),
    [
      '8:13',
      'The plan “made-up-plan” is not public, but this release is.',
      'Give both the same `state`, `published`, `publishAt` and `embargoUntil`.',
    ],
  ],
  'a plan that is public before its release': [
    edited(release, 'state: published', 'state: draft'),
    [
      `${plan}:6:14`,
      'The release “made-up-release” is not public, but what refers to it is.',
      'Publish them together, or take the reference out until then.',
    ],
  ],

  // Notes and their marks
  'a note listed without a mark': [
    edited(plan, '<NoteMark note="made-up-note">imaginary numbers</NoteMark>', 'imaginary numbers'),
    [
      `${plan}:9:9`,
      'Nothing in the text has the mark of the note “made-up-note”.',
      'Put <NoteMark note="made-up-note"> and </NoteMark> round the words that it hangs on.',
    ],
    [
      '12:9',
      'Nothing in the text has the mark of the note “made-up-note”.',
      'Put <NoteMark note="made-up-note"> and </NoteMark> round the words that it hangs on.',
    ],
  ],
  'a mark of a note that is not listed': [
    edited(release, 'notes: [made-up-note]\n', ''),
    [
      '2:1',
      'The text has a mark of the note “made-up-note”, which `notes` does not list.',
      'Add it: notes: [made-up-note]',
    ],
  ],
  'a mark in what opens a plan, of a note that is not listed': [
    {
      [plan]: rightFiles[plan]
        .replace('notes: [made-up-note]\n', '')
        .replace('imaginary numbers', 'numbers')
        .replace(/<.?NoteMark.*?>/g, '')
        .replace(
          'The plan is made up.',
          'On <NoteMark note="made-up-note">imaginary numbers</NoteMark>.',
        ),
      ...edited(release, 'notes: [made-up-note]\n', ''),
    },
    [
      `${plan}:2:1`,
      'The text has a mark of the note “made-up-note”, which `notes` does not list.',
      'Add it: notes: [made-up-note]',
    ],
  ],
  'a mark of two words': [
    edited(note, 'mark: "*"', 'mark: "* *"'),
    [
      `${note}:4:7`,
      '`mark` is not right: "* *".',
      'The sign that stands in the text, such as * or 1 (put quotes round it).',
    ],
  ],

  // Updates
  'progress of an action that the plan has not': [
    progress({ action: 'first-acton' }),
    [
      `${update}:5:9`,
      'The plan “made-up-plan” has no action “first-acton”.',
      'Did you mean `first-action`?',
    ],
  ],
  'progress of a plan that is not there': [
    progress({ plan: 'made-up-plans' }),
    [`${update}:4:7`, 'There is no action plan “made-up-plans”.', 'Did you mean `made-up-plan`?'],
  ],
  'progress by a person who is not there': [
    progress({ by: '{ person: zebra }' }),
    [`${update}:8:5`, 'There is no person “zebra”.', 'Known: `made-up-person`, `second-person`.'],
  ],
  'a status that is none': [
    progress({ status: 'don' }),
    [`${update}:6:9`, '`status` is not one of its possible values.', 'Did you mean `done`?'],
  ],
  'evidence that is a program': [
    progress({ evidence: "[{ label: Film, url: 'javascript:x' }]" }),
    [
      `${update}:9:32`,
      '`evidence.0.url` is not right: "javascript:x".',
      'A whole web address that begins with https:// or http://.',
    ],
  ],
  'a correction of a release that is not there': [
    {
      [update]:
        '---\ntype: correction\non: 2020-01-20\nrelease: made-up-releas\nwhere: W\nsaid: A\nsays: B\n---\n',
    },
    [
      `${update}:4:10`,
      'There is no press release “made-up-releas”.',
      'Did you mean `made-up-release`?',
    ],
  ],
  'a correction of nothing': [
    { [update]: '---\ntype: correction\non: 2020-01-20\nwhere: W\nsaid: A\nsays: B\n---\n' },
    [
      `${update}:2:1`,
      'It is about nothing, or about two things.',
      'Name a `release` or a `plan`, not both.',
    ],
  ],
  'a correction on the day of publication, without its time': [
    {
      [update]:
        '---\ntype: correction\non: 2020-01-15\nrelease: made-up-release\nwhere: W\nsaid: A\nsays: B\n---\n',
    },
    [
      `${update}:3:5`,
      'The update is not later than the publication that it is about.',
      'On the day of publication, add the time of day in London, such as at: "14:05".',
    ],
  ],
  'a change that says nothing': [
    change('significant: true'),
    [
      `${update}:2:1`,
      'A change says neither what readers are told nor why they need not be.',
      'Write `significant` and `summary`; or, when the words mean the same, `minor: true` and `reason`.',
    ],
  ],
  'a change of meaning with a reason why there is none': [
    change('significant: true\nsummary: The hall.\nreason: A slip.'),
    [
      `${update}:2:1`,
      'A change is said to be minor, or to have a reason, but not both.',
      'A minor change has `minor: true` and `reason`; any other `significant` and `summary`.',
    ],
  ],
  'an update with a text that nothing would show': [
    { [update]: `${String(progress()[update])}\nMore about it.\n` },
    [
      `${update}:11:1`,
      'An update has text under its front matter, where nothing shows it.',
      'Say it in the fields, such as `summary`.',
    ],
  ],

  // YAML itself
  'a value with a colon': [
    edited(release, 'title: A made-up announcement', 'title: Made up: an announcement'),
    [
      '2:8',
      'A value has a colon and a space in it.',
      'Put quotes round the whole value: title: "Buses: new routes".',
    ],
  ],
  'a value that begins with a sign of YAML': [
    edited(release, 'title: A made-up announcement', 'title: @everybody'),
    [
      '2:8',
      'This cannot be read: Plain value cannot start with reserved character @.',
      'Write `name: value`, one a line. A value with a colon, or that begins with * or #, needs quotes round it.',
    ],
  ],
  'a value that begins with a star': [
    edited(release, 'title: A made-up announcement', 'title: *important'),
    ['2:8', 'A value begins with *.', 'Put quotes round it.'],
  ],
  'a quotation mark that is not closed': [
    edited(release, 'notes: [made-up-note]', 'notesLabelAsStated: "Notes'),
    [
      '12:27',
      'A quotation mark or bracket is opened further up and not closed.',
      'Close it at the end of its value.',
    ],
  ],
  'an added format that the publication does not list': [
    formatAdded,
    [
      'content/updates/made-up-format.mdx:5:9',
      'The publication lists no format “Filn” in its `formats`.',
      'Add it there, with `format`, `href`, `madeBy` and `added`.',
    ],
  ],
  'an added format with its name misspelt': [
    {
      ...formatAdded,
      ...withLine(
        'formats: [{ format: Film, href: "https://film.example/", madeBy: Nobody, added: 2020-01-20 }]',
      ),
    },
    [
      'content/updates/made-up-format.mdx:5:9',
      'The publication lists no format “Filn” in its `formats`.',
      'Did you mean `Film`? Otherwise add it there.',
    ],
  ],
  'a format that leads nowhere': [
    withLine(
      'formats: [{ format: Film, href: /images/made-ip.png, madeBy: Nobody, added: 2020-01-20 }]',
    ),
    [
      '7:33',
      'The link /images/made-ip.png leads to a page that is not there.',
      'Look the address up on the site.',
    ],
  ],
  'a key written twice': [
    withLine('kind: statement'),
    ['7:1', 'The same name stands here a second time.', 'Take one of the two lines out.'],
  ],
  'a tab at the start of a line': [
    edited(release, '    roleAsStated', '\troleAsStated'),
    ['11:1', 'A line begins with a tab.', 'Use spaces: two for each step.'],
  ],
  'words where fields belong': [
    { 'content/people.yaml': 'nobody\n' },
    [
      'content/people.yaml:1:1',
      'Something else than fields stands here.',
      'Write `name: value`, one a line. A value with a colon, or that begins with * or #, needs quotes round it.',
    ],
  ],
}

for (const [name, [changed, ...said]] of Object.entries(wrong)) {
  test(name, (context) => {
    assertErrors(context, changed, said)
  })
}

test('several wrong fields are all reported', (context) => {
  const changed = edited(
    page,
    'title: Made-up page\nsummary: A page about nothing.',
    'titel: Made-up page',
  )
  assertErrors(context, changed, [
    [`${page}:2:1`, '`title` is missing.', 'Write `title: …`.'],
    [`${page}:2:1`, '`summary` is missing.', 'One sentence that says what the page is for.'],
    [`${page}:2:1`, 'Unrecognized key `titel`.', 'Did you mean `title`?'],
  ])
})

test('a contact for security that is good for a few days more is a remark, and no error', (context) => {
  const until = (day: string) =>
    read(
      writeContent(
        context,
        edited(
          'content/site.yaml',
          'disclaimer:',
          `security: { contact: ["mailto:nobody@made-up.example"], expires: ${day} }\ndisclaimer:`,
        ),
      ),
    ).problems
  assert.deepEqual(until('2020-02-20'), [
    {
      level: 'remark',
      file: 'content/site.yaml',
      line: 1,
      column: 1,
      what: 'The contact for security is good until 20 February 2020 only (`security.expires`).',
      mend: 'See that the contact is still right, and write a day within the next year.',
    },
  ])
  assert.deepEqual(until('2020-12-20'), [])
})

test('an update to come does not hide that a public link leads to an embargoed text', (context) => {
  const secret = rightFiles[release]
    .replace('state: published', 'state: published\nembargoUntil: 2999-01-01T00:00:00Z')
    .replace('announces: [made-up-plan]\n', '')
    .replace('notes: [made-up-note]\n', '')
    .replace('<Actions plan="made-up-plan" />', 'Words.')
  const { problems } = read(
    writeContent(context, {
      'content/press-releases/made-up-secret.mdx': secret,
      'content/updates/later.mdx':
        '---\ntype: change\non: 2999-01-02\nrelease: made-up-secret\nsignificant: true\nsummary: Later.\n---\n',
      ...withBody('See [the other text](/press-releases/made-up-secret/).'),
    }),
  )
  assert.deepEqual(
    problems.map(({ what }) => what),
    ['The link /press-releases/made-up-secret/ leads to a page that is not there.'],
  )
})

test('a text that is ready and has no moment is remarked on', (context) => {
  const { problems } = read(
    writeContent(context, {
      ...edited(release, 'state: published', 'state: ready'),
      ...edited(plan, 'state: published', 'state: draft'),
    }),
  )
  assert.deepEqual(problems, [
    {
      level: 'remark',
      file: release,
      line: 6,
      column: 8,
      what: 'It is ready, but nothing says when it goes out, so it does not.',
      mend: 'Add `publishAt`, such as 2016-11-25T09:30:00+00:00; or write `state: published` for now.',
    },
  ])
})

test('a mark in what opens a plan counts as one', (context) => {
  const words = 'On <NoteMark note="made-up-note">imaginary numbers</NoteMark>.'
  const changed = String(edited(plan, 'The plan is made up.', words)[plan]).replace(
    /To do nothing about .*\n/,
    'To do nothing.\n',
  )
  const { published, problems } = read(
    writeContent(context, {
      [plan]: changed,
      // The release does not show what opens the plan.
      ...edited(release, 'notes: [made-up-note]\n', ''),
    }),
  )
  assert.deepEqual(problems, [])
  const tree = JSON.stringify(published.get('/action-plans/made-up-plan/')?.tree)
  assert.match(tree, /Back to “imaginary numbers” in the text/)
})

/* What is right must not be refused. */
const right: Record<string, Files> = {
  'the tree as it stands': {},
  'a moment with its offset and no quotes': withLine('publishAt: 2020-01-20T00:01:00+00:00'),
  'a moment with its offset and quotes': withLine('publishAt: "2020-01-20T00:01:00+00:00"'),
  'a moment with Z': withLine('embargoUntil: 2020-01-20T00:01:00Z'),
  'a publication at the end of the embargo': withLine(
    'publishAt: 2020-01-20T01:00:00+01:00\nembargoUntil: 2020-01-20T00:00:00Z',
  ),
  'the 29th of February of a leap year': edited(
    release,
    'published: 2020-01-15',
    'published: 2016-02-29',
  ),
  'a withdrawal with its reason': edited(
    release,
    'state: published',
    'state: withdrawn\nwithdrawn: { on: 2020-01-20, why: It was made up. }',
  ),
  'a date worked out, with how': edited(
    plan,
    'title: First action',
    'title: First action\n    due: { asStated: on Monday, date: 2020-01-20, inferred: true, basis: The week before. }',
  ),
  'progress of an action': progress(),
  'a document of this site that is linked': {
    'content/documents.yaml':
      'made-up-report:\n  title: The report\n  availability: on-this-site\n  href: /leaflet.txt\n',
    ...withBody('See <DocumentLink document="made-up-report">the report</DocumentLink>.'),
  },
}
for (const [name, changed] of Object.entries(right)) {
  test(`${name} is right`, (context) => {
    assertErrors(context, changed, [])
  })
}

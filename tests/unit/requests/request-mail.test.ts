import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { createMailer } from '../../../src/requests/mailer.ts'
import { copyMail, digestMail, digestOf, teamMail } from '../../../src/requests/request-mail.ts'
import type { StoredRequest } from '../../../src/requests/store.ts'
import { startMailServer } from './mail-server.ts'
import { values } from './submissions.ts'

const site = { url: 'https://releases.example', name: 'Made-up Releases' }
const team = [{ name: 'Team', address: 'team@made-up.example' }]

function stored(changed: Partial<StoredRequest> = {}): StoredRequest {
  return {
    ...values(),
    reference: 'HRK6GPYC',
    submission_key: 'made up',
    received_at: '2016-11-25T10:00:00.000Z',
    due_on: '2016-12-02',
    page_title: 'A made-up release',
    signals: '',
    answered_at: null,
    ...changed,
  }
}

test('the team is told everything, and what to do', () => {
  const request = stored({ assistive_technology: 'JAWS', details: 'One\nTwo', telephone: '12345' })
  const mail = teamMail(request, site, team)
  assert.equal(
    mail.subject,
    'Format request HRK6GPYC: Large print, reply by Friday 2 December 2016',
  )
  assert.deepEqual(mail.replyTo, { name: 'A Made-up Person', address: 'person@made-up.example' })
  for (const words of [
    'Please reply by Friday 2 December 2016.',
    'Received: Friday 25 November 2016, 10:00 in London',
    'A made-up release\nhttps://releases.example/press-releases/made-up/',
    '> JAWS',
    '> One\n> Two',
    '> 12345',
    'npm run requests -- answered HRK6GPYC',
  ]) {
    assert.ok(mail.text.includes(words), words)
  }
  assert.doesNotMatch(mail.text, /spam/)
})

test('possible spam is marked, with the reason, and sent all the same', () => {
  const { subject, text } = teamMail(stored({ signals: 'trap,many-links' }), site, team)
  assert.match(subject, /\(possible spam\)$/)
  assert.match(text, /told to leave empty; there are many links/)
  assert.match(text, /npm run requests -- not-spam HRK6GPYC/)
})

test('the entry for the calendar is the day that was promised, and the same each time', () => {
  const { calendar = '' } = teamMail(stored(), site, team)
  assert.equal(calendar, teamMail(stored(), site, team).calendar)
  const root = new ICAL.Component(ICAL.parse(calendar) as string)
  const event = new ICAL.Event(root.getFirstSubcomponent('vevent') ?? undefined)
  assert.equal(event.uid, 'request-HRK6GPYC@releases.example')
  assert.ok(event.startDate.isDate)
  assert.equal(event.startDate.toString(), '2016-12-02')
  assert.equal(event.summary, 'Reply to format request HRK6GPYC')
  assert.doesNotMatch(calendar, /Person|person@/)
})

test('a copy has nothing in it that a stranger typed', () => {
  const request = stored({ details: 'Buy this', name: 'Buy That', page: 'Buy it all' })
  const mail = copyMail(request, site)
  assert.deepEqual(mail?.to, [{ name: '', address: 'person@made-up.example' }])
  assert.doesNotMatch(`${mail.subject} ${mail.text}`, /Buy/)
  assert.match(mail.text, /We will reply by Friday 2 December 2016/)
  assert.equal(copyMail(stored({ email: '' }), site), undefined)
})

test('an address that not every mail server takes stands in the text only', () => {
  const mail = teamMail(stored({ email: 'jürgen@made-up.example' }), site, team)
  assert.equal(mail.replyTo, undefined)
  assert.match(mail.text, /> jürgen@made-up\.example/)
})

test('the digest tells what is due, the longest overdue first, and spam apart', () => {
  const requests = [
    stored({ reference: 'AAAAAAAA', due_on: '2016-12-01' }),
    stored({ reference: 'CCCCCCCC', due_on: '2016-12-02' }),
    stored({ reference: 'DDDDDDDD', due_on: '2016-12-05' }),
    stored({ reference: 'FFFFFFFF', due_on: '2016-12-06' }),
    stored({ reference: 'GGGGGGGG', due_on: '2016-12-02', signals: 'trap' }),
  ]
  // A Friday: the next working day is the Monday.
  const mail = digestMail(digestOf(requests, '2016-12-02'), '2016-12-02', team)
  assert.equal(
    mail?.subject,
    'Format requests: 1 overdue, 1 due today, 1 due on the next working day, 1 possible spam',
  )
  const order = [...mail.text.matchAll(/\b([A-Z])\1{7}\b/g)].map(([reference]) => reference)
  assert.deepEqual(order, ['AAAAAAAA', 'CCCCCCCC', 'DDDDDDDD', 'GGGGGGGG'])
  assert.doesNotMatch(mail.text, /person|Person/)
  assert.equal(digestMail(digestOf(requests, '2016-11-25'), '2016-11-25', team), undefined)
})

const hostile = [
  'x\r\nBcc: everybody@made-up.example\r\n\r\nA body of my own',
  'x\nTo: everybody@made-up.example',
  '"><script>alert(1)</script>',
  'a@b.example, c@d.example',
  'nul \0 and \x1b[31mred',
  '\u202Ereversed',
  '/etc/passwd',
  'file:///etc/passwd',
  'words '.repeat(800),
]

for (const words of hostile) {
  test(`sent as the text that it is: ${JSON.stringify(words.slice(0, 40))}`, async (t) => {
    const server = await startMailServer(t)
    const names = [
      'page',
      'other_format',
      'assistive_technology',
      'details',
      'name',
      'telephone',
      'postal_address',
    ] as const
    const everywhere = Object.fromEntries(names.map((name) => [name, words]))
    const mail = {
      smtpUrl: server.url,
      from: { name: 'Site', address: 'site@made-up.example' },
      to: team,
      copyToPerson: false,
    }
    // Also what a wrong cleaning would let through.
    const request = stored({ ...everywhere, page_title: '', email: `${words}@made-up.example` })
    await createMailer(mail, 'releases.example').send(teamMail(request, site, team))
    const [received] = server.received
    assert.deepEqual(received?.to, ['team@made-up.example'])
    const { headers, to, text = '' } = received.parsed
    assert.deepEqual(
      to?.map(({ address }) => address),
      ['team@made-up.example'],
    )
    const known = [
      'from',
      'to',
      'reply-to',
      'subject',
      'message-id',
      'date',
      'mime-version',
      'content-type',
    ]
    assert.deepEqual(
      headers.filter(({ key }) => !known.includes(key)).map(({ key }) => key),
      [],
    )
    // Nobody can write a line that looks like one of ours.
    const [first = ''] = words.split(/[\r\n\0\x1b]/)
    assert.ok(text.includes(`> ${first.trim().slice(0, 20)}`))
    assert.doesNotMatch(text, /^(?:Bcc|To|A body)/m)
  })
}

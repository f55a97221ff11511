import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigurationError, readConfiguration } from '../../src/configuration.ts'

test('without variables every field has its default', () => {
  assert.deepEqual(readConfiguration({}), {
    port: 4321,
    host: 'localhost',
    siteUrl: 'http://localhost:4321',
    allowedHosts: ['localhost', '127.0.0.1', '[::1]'],
    trustHops: 0,
    now: undefined,
    preview: false,
    database: { file: '.data/requests.db' },
    mail: undefined,
    secret: undefined,
  })
})

test('a variable that is empty counts as unset', () => {
  assert.deepEqual(readConfiguration({ PORT: '', SITE_NOW: ' ' }), readConfiguration({}))
})

test('every variable is read', () => {
  const configuration = readConfiguration({
    PORT: '0',
    HOST: '0.0.0.0',
    SITE_URL: 'https://Releases.Example:8443/',
    ALLOWED_HOSTS: ' Releases.Example, ::1 ,[::1],10.0.0.7',
    TRUST_HOPS: '10',
    SITE_NOW: '2016-11-25T10:00:00+00:00',
    PREVIEW: 'yes',
    DATABASE_URL: 'postgres://made-up:secret@db.example/requests',
    SMTP_URL: 'smtps://made-up:secret@mail.example',
    MAIL_FROM: 'Made-up Team <from@made-up.example>',
    REQUESTS_TO: 'one@made-up.example, Two <two@made-up.example>',
    COPY_TO_PERSON: 'yes',
    SECRET: 'a made-up secret of thirty-two characters',
  })
  assert.deepEqual(configuration, {
    port: 0,
    host: '0.0.0.0',
    siteUrl: 'https://releases.example:8443',
    allowedHosts: ['releases.example', '[::1]', '10.0.0.7'],
    trustHops: 10,
    now: new Date(Date.UTC(2016, 10, 25, 10)),
    preview: true,
    database: { url: 'postgres://made-up:secret@db.example/requests' },
    mail: {
      smtpUrl: 'smtps://made-up:secret@mail.example',
      from: { name: 'Made-up Team', address: 'from@made-up.example' },
      to: [
        { name: '', address: 'one@made-up.example' },
        { name: 'Two', address: 'two@made-up.example' },
      ],
      copyToPerson: true,
    },
    secret: 'a made-up secret of thirty-two characters',
  })
})

const smtp = { SMTP_URL: 'smtp://mail.example' }
const mailboxes = { MAIL_FROM: 'a@made-up.example', REQUESTS_TO: 'b@made-up.example' }

for (const [reason, variables] of [
  [/^SMTP_URL is set, and MAIL_FROM is not/, smtp],
  [/^SMTP_URL is set, and REQUESTS_TO is not/, { ...smtp, MAIL_FROM: mailboxes.MAIL_FROM }],
  [/^SMTP_URL is not the address/, { ...mailboxes, SMTP_URL: 'mail.example:25' }],
  [/^MAIL_FROM is "a, b@c.example"/, { ...smtp, ...mailboxes, MAIL_FROM: 'a, b@c.example' }],
  [/^MAIL_FROM is "A <b@c.example"/, { ...smtp, ...mailboxes, MAIL_FROM: 'A <b@c.example' }],
  [/^REQUESTS_TO is "b@c.example,"/, { ...smtp, ...mailboxes, REQUESTS_TO: 'b@c.example,' }],
  [/^COPY_TO_PERSON is "1"/, { ...smtp, ...mailboxes, COPY_TO_PERSON: '1' }],
  [/^DATABASE_URL is not the address/, { DATABASE_URL: 'mysql://u:secret@db.example/x' }],
  [/^DATABASE_FILE and DATABASE_URL/, { DATABASE_FILE: 'a.db', DATABASE_URL: 'postgres://h/d' }],
  [/^SECRET is shorter than 32/, { SECRET: 'secret' }],
] as const) {
  test(`one sentence: ${reason.source}`, () => {
    assert.throws(
      () => readConfiguration(variables),
      (error) => {
        assert.ok(error instanceof ConfigurationError)
        assert.match(error.message, reason)
        // Sentences end up in logs.
        assert.doesNotMatch(error.message, /u:secret/)
        return true
      },
    )
  })
}

test("the site's own host is allowed by default, without its port", () => {
  const { allowedHosts } = readConfiguration({ SITE_URL: 'https://releases.example:8443' })
  assert.deepEqual(allowedHosts, ['releases.example', 'localhost', '127.0.0.1', '[::1]'])
})

test('the offset of SITE_NOW counts', () => {
  const { now } = readConfiguration({ SITE_NOW: '2016-06-24T00:30+01:00' })
  assert.equal(now?.toISOString(), '2016-06-23T23:30:00.000Z')
})

const refused: [name: string, value: string, reason: RegExp][] = [
  ['PORT', 'http', /whole number/],
  ['PORT', '65536', /0 to 65535/],
  ['PORT', '-1', /whole number/],
  ['PORT', '80.5', /whole number/],
  ['PORT', '0x50', /whole number/],
  ['HOST', 'http://localhost', /host name or an IP address/],
  ['HOST', 'localhost:80', /no port/],
  ['HOST', '-', /host name/],
  ['SITE_URL', 'releases.example', /starts with http/],
  ['SITE_URL', 'ftp://releases.example', /starts with http/],
  ['SITE_URL', 'https://releases.example/press', /ends after the host and port/],
  ['SITE_URL', 'https://releases.example?q', /ends after the host and port/],
  ['SITE_URL', 'https://releases.example#top', /ends after the host and port/],
  ['SITE_URL', 'https://ann:secret@releases.example', /ends after the host and port/],
  ['SITE_URL', 'https://', /address/],
  ['ALLOWED_HOSTS', ',', /names no host/],
  ['ALLOWED_HOSTS', 'releases.example:80', /without http:\/\/ and port/],
  ['ALLOWED_HOSTS', 'https://releases.example', /without http:\/\/ and port/],
  ['ALLOWED_HOSTS', '*', /host name/],
  ['TRUST_HOPS', '11', /0 to 10/],
  ['TRUST_HOPS', '-1', /0 to 10/],
  ['TRUST_HOPS', 'yes', /whole number/],
  ['SITE_NOW', '2016-11-25T10:00:00', /offset/],
  ['SITE_NOW', '2016-11-25', /offset/],
  ['SITE_NOW', 'Friday', /offset/],
  ['SITE_NOW', '2016-02-30T10:00:00Z', /date and time/],
  ['SITE_NOW', '2016-11-25T25:00:00Z', /date and time/],
]

for (const [name, value, reason] of refused) {
  test(`${name}=${value} is refused in one sentence with an example`, () => {
    assert.throws(
      () => readConfiguration({ [name]: value }),
      (error) => {
        assert.ok(error instanceof ConfigurationError)
        assert.match(error.message, reason)
        assert.match(error.message, new RegExp(`^${name} is "`))
        assert.doesNotMatch(error.message, /\n/)

        const example = new RegExp(`write, for example, ${name}=(.+)\\.$`).exec(error.message)?.[1]
        assert.doesNotThrow(() => readConfiguration({ [name]: example }))
        return true
      },
    )
  })
}

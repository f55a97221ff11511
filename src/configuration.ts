import { isIP } from 'node:net'

/** What the build and the server are told through the environment, checked and in its final form. */
export interface Configuration {
  /** The TCP port to listen on; 0 means any free port. */
  readonly port: number
  /** The name or address of the network interface to listen on. */
  readonly host: string
  /** The origin that readers see, such as `https://releases.example`; no slash at its end. */
  readonly siteUrl: string
  /** Host names that requests may be addressed to: lower case, no port, IPv6 in brackets. */
  readonly allowedHosts: readonly string[]
  /** How many proxies in front of the server are trusted to report the reader's address. */
  readonly trustHops: number
  /** What to take as the present moment; undefined means the clock. */
  readonly now: Date | undefined
  /** Whether to show what is not public yet too, marked so; set by `npm run dev` and `--preview`. */
  readonly preview: boolean
  /** Where requests for formats are kept. */
  readonly database: { readonly file: string } | { readonly url: string }
  /** How the team is told of requests; undefined means that the desk alone shows them. */
  readonly mail: MailConfiguration | undefined
  /** What the time in the form is signed with; undefined means one that the server makes itself. */
  readonly secret: string | undefined
}

export interface MailConfiguration {
  /** `smtp://` or `smtps://`, with user and password where they are needed. */
  readonly smtpUrl: string
  readonly from: Mailbox
  readonly to: readonly Mailbox[]
  /** Whether people who ask get mail too. Off unless set: anybody can type anybody's address. */
  readonly copyToPerson: boolean
}

/** Somebody's address, apart from the name: as one text, a comma would make two people of it. */
export interface Mailbox {
  readonly name: string
  readonly address: string
}

/** A variable with a wrong value. The message is one sentence for the person who set it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

/**
 * Reads and checks every variable at once, so that a mistake stops the program at its start and not
 * at the first request that meets it. A variable that is empty counts as unset: that is what
 * `PORT=` in an environment file or `${PORT}` in a compose file means.
 *
 * @param env the variables, as in `process.env`
 * @returns the configuration, defaults filled in
 * @throws {ConfigurationError} at the first variable with a wrong value
 */
export function readConfiguration(env: Record<string, string | undefined>): Configuration {
  const read = <T>(name: string, fallback: T, parse: (value: string) => T): T => {
    const value = env[name]?.trim()
    return value ? parse(value) : fallback
  }
  const siteUrl = read('SITE_URL', 'http://localhost:4321', parseSiteUrl)
  const ownHosts = [new URL(siteUrl).hostname, 'localhost', '127.0.0.1', '[::1]']

  return {
    port: read('PORT', 4321, parsePort),
    host: read('HOST', 'localhost', parseHost),
    siteUrl,
    allowedHosts: [...new Set(read('ALLOWED_HOSTS', ownHosts, parseAllowedHosts))],
    trustHops: read('TRUST_HOPS', 0, parseTrustHops),
    now: read<Date | undefined>('SITE_NOW', undefined, parseMoment),
    preview: read('PREVIEW', false, parseSwitch('PREVIEW')),
    database: readDatabase(),
    mail: readMail(),
    secret: read<string | undefined>('SECRET', undefined, parseSecret),
  }

  function readDatabase(): Configuration['database'] {
    const url = read<string | undefined>('DATABASE_URL', undefined, parseDatabaseUrl)
    const file = read<string | undefined>('DATABASE_FILE', undefined, (value) => value)
    if (url === undefined) return { file: file ?? '.data/requests.db' }
    if (file === undefined) return { url }
    throw new ConfigurationError(
      'DATABASE_FILE and DATABASE_URL are both set, and requests are kept in one place: unset DATABASE_FILE to keep them in PostgreSQL.',
    )
  }

  function readMail(): MailConfiguration | undefined {
    const from = read<Mailbox | undefined>('MAIL_FROM', undefined, parseMailFrom)
    const to = read<Mailbox[] | undefined>('REQUESTS_TO', undefined, parseRequestsTo)
    const copyToPerson = read('COPY_TO_PERSON', false, parseSwitch('COPY_TO_PERSON'))
    const smtpUrl = read<string | undefined>('SMTP_URL', undefined, parseSmtpUrl)
    if (smtpUrl === undefined) return undefined
    if (from && to) return { smtpUrl, from, to, copyToPerson }
    const [missing, example] = from
      ? ['REQUESTS_TO', 'REQUESTS_TO=team@releases.example']
      : ['MAIL_FROM', 'MAIL_FROM=requests@releases.example']
    throw new ConfigurationError(
      `SMTP_URL is set, and ${missing} is not, so no mail can be sent; write, for example, ${example}.`,
    )
  }
}

function parseDatabaseUrl(value: string): string {
  const url = URL.parse(value)
  if (url && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1) return value
  // Not the value itself: it may hold a password.
  throw new ConfigurationError(
    'DATABASE_URL is not the address of a PostgreSQL database; write, for example, DATABASE_URL=postgres://user:password@localhost:5432/requests.',
  )
}

function parseSmtpUrl(value: string): string {
  const url = URL.parse(value)
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return value
  throw new ConfigurationError(
    'SMTP_URL is not the address of a mail server; write, for example, SMTP_URL=smtps://user:password@mail.releases.example.',
  )
}

function parseMailFrom(value: string): Mailbox {
  return parseMailbox('MAIL_FROM', value, value)
}

function parseRequestsTo(value: string): Mailbox[] {
  return value.split(',').map((each) => parseMailbox('REQUESTS_TO', each.trim(), value))
}

const MAILBOX =
  /^(?:(?<name>[^<>"@]*?)\s*<)?(?<address>[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9.-]+[a-z0-9])(?<end>>?)$/i

function parseMailbox(variable: string, text: string, value: string): Mailbox {
  const { name, address, end } = MAILBOX.exec(text)?.groups ?? {}
  if (address !== undefined && (name !== undefined) === (end === '>')) {
    return { name: name ?? '', address }
  }
  const problem =
    variable === 'MAIL_FROM'
      ? 'is not an e-mail address, alone or as Name <address>'
      : 'is not a list of e-mail addresses with commas between'
  throw wrong(variable, value, problem, `${variable}=team@releases.example`)
}

function parseSwitch(variable: string): (value: string) => boolean {
  return (value) => {
    const switched = { yes: true, no: false }[value.toLowerCase()]
    if (switched !== undefined) return switched
    throw wrong(variable, value, 'is neither yes nor no', `${variable}=no`)
  }
}

function parseSecret(value: string): string {
  if (value.length >= 32) return value
  throw new ConfigurationError(
    'SECRET is shorter than 32 characters; leave it unset, or write the output of "openssl rand -hex 32".',
  )
}

function parsePort(value: string): number {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port
  throw wrong('PORT', value, 'is not a whole number from 0 to 65535', 'PORT=4321')
}

function parseHost(value: string): string {
  if (isIP(value) || isHostName(value)) return value
  const problem = 'is not a host name or an IP address (it takes no http:// and no port)'
  throw wrong('HOST', value, problem, 'HOST=0.0.0.0')
}

function parseSiteUrl(value: string): string {
  const url = /^https?:\/\//i.test(value) ? URL.parse(value) : null
  // An origin is all that is left when nothing but a slash follows it.
  if (url?.href === `${url?.origin ?? ''}/`) return url.origin
  const problem =
    'is not an address that starts with http:// or https:// and ends after the host and port'
  throw wrong('SITE_URL', value, problem, 'SITE_URL=https://releases.example')
}

function parseAllowedHosts(value: string): string[] {
  const example = 'ALLOWED_HOSTS=releases.example,localhost'
  const hosts = value
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '')
  if (hosts.length === 0) throw wrong('ALLOWED_HOSTS', value, 'names no host', example)
  return hosts.map((host) => {
    const address = host.replace(/^\[(.*)\]$/, '$1')
    if (isIP(address) === 6) return `[${address}]`
    if (isHostName(host)) return host
    const problem = `has the entry "${host}", which is not a host name without http:// and port`
    throw wrong('ALLOWED_HOSTS', value, problem, example)
  })
}

function parseTrustHops(value: string): number {
  if (/^(?:\d|10)$/.test(value)) return Number(value)
  throw wrong('TRUST_HOPS', value, 'is not a whole number from 0 to 10', 'TRUST_HOPS=1')
}

/** The date-time of RFC 3339, section 5.6; seconds may be left out. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

function parseMoment(value: string): Date {
  const day = MOMENT.exec(value)?.[1]
  const moment = new Date(value)
  if (day !== undefined && isCalendarDay(day) && !Number.isNaN(moment.getTime())) return moment
  const problem = 'is not a date and time with an offset from UTC'
  throw wrong('SITE_NOW', value, problem, 'SITE_NOW=2016-11-25T10:00:00+00:00')
}

/** Date takes 30 February for 1 March; a day that exists comes back as it was given. */
function isCalendarDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
}

function isHostName(value: string): boolean {
  return /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i.test(value)
}

function wrong(name: string, value: string, problem: string, example: string): ConfigurationError {
  return new ConfigurationError(
    `${name} is "${value}", which ${problem}; write, for example, ${example}.`,
  )
}

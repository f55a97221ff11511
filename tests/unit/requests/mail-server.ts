import { once } from 'node:events'
import type { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { TestContext } from 'node:test'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** A mail that the server has taken. */
export interface ReceivedMail {
  readonly messageId: string
  readonly from: string
  /** Whom it is for, as the server was told and not as its head says. */
  readonly to: readonly string[]
  readonly raw: string
  readonly parsed: Email
}

/**
 * What the server does with a mail: takes it, refuses it with a status, takes it and breaks off
 * before it says so, or says nothing for ever.
 */
export type Behaviour = 'take' | 'cut' | 'tarpit' | 450 | 550

export interface MailServer {
  readonly url: string
  readonly received: ReceivedMail[]
  /** Called for each mail, with its Message-ID. */
  behave: (messageId: string) => Behaviour
  readonly stop: () => Promise<void>
  /** Listens again on the same port. */
  readonly start: () => Promise<void>
}

/** Starts a real mail server on a free port of loopback; it takes everything at first. */
export async function startMailServer(t: TestContext): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  let port = 0
  let server = make()

  function make(): SMTPServer {
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 10,
      onData: (stream, session, done) => {
        const answer = async (): Promise<void> => {
          const raw = await buffer(stream)
          const parsed = await PostalMime.parse(raw)
          const { messageId = '' } = parsed
          const behaviour = mail.behave(messageId)
          if (typeof behaviour === 'number') {
            const error = new Error('Refused, dear person@made-up.example')
            done(Object.assign(error, { responseCode: behaviour }))
            return
          }
          if (behaviour === 'tarpit') return
          const text = raw.toString('latin1')
          received.push({ messageId, raw: text, parsed, ...envelopeOf(session) })
          if (behaviour === 'take') done()
          else for (const socket of sockets) socket.destroy()
        }
        // Whoever sends may be killed in the middle of a mail.
        answer().catch(() => undefined)
      },
    })
    made.server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    made.on('error', () => undefined)
    return made
  }

  async function start(): Promise<void> {
    server = make()
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    const address = server.server.address()
    port = typeof address === 'object' && address ? address.port : 0
  }

  async function stop(): Promise<void> {
    for (const socket of sockets) socket.destroy()
    if (!server.server.listening) return
    await new Promise<void>((resolve) => {
      server.close(resolve)
    })
  }

  await start()
  t.after(stop)
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    behave: () => 'take',
    stop,
    start,
  }
  return mail
}

function envelopeOf({ envelope }: SMTPServerSession): { from: string; to: string[] } {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
  }
}

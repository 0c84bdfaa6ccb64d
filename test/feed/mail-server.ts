// A real mail server, and what it was sent.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface MailReceiver {
  readonly url: string
  readonly mails: string[]
  close(): Promise<void>
}

/** `refuse`: the number with which it refuses what comes as the n-th, from 0; 0 takes it. `hang`: it never answers a mail. */
export const startMailServer = async (
  refuse: (nth: number) => number = () => 0,
  hang = false,
): Promise<MailReceiver> => {
  const mails: string[] = []
  let asked = 0
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const status = refuse(asked)
        asked += 1
        if (hang) return
        if (status === 0) {
          mails.push(Buffer.concat(parts).toString('utf8'))
          done()
        } else done(Object.assign(new Error('refused'), { responseCode: status }))
      })
    },
  })
  smtp.on('error', () => undefined)
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const { port } = smtp.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  }
}

/** What a mail says once its lines are put together again. */
export const unfolded = (mail: string): string =>
  mail
    .replaceAll('=\r\n', '')
    .replaceAll('=3D', '=')
    .replaceAll(/\r\n[ \t]/g, ' ')

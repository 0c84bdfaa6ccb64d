// How a mail leaves: to a mail server, or into a folder of this machine where there is none, as on a demo floor. There each
// is a file that any mail program opens.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { MailSettings } from '../../access/mailer.ts'
import { makeFolder } from '../../make-folder.ts'

interface Mail extends SendMailOptions {
  readonly to: { readonly name: string; readonly address: string }
  readonly date: Date
}

export interface MailTransport {
  /** `key`: the same on every try. Rejects as nodemailer does, or where the folder takes nothing. */
  send(key: string, mail: Mail): Promise<void>
  close(): void
}

/** Settings by which mails stay in a folder. */
export const mailboxIn = (folder: string): MailSettings => ({
  url: pathToFileURL(folder).href,
  from: 'wall@floorboard.invalid',
})

/** Whether mails by these settings stay in a folder of this machine. */
export const staysHere = ({ url }: Pick<MailSettings, 'url'>): boolean => url.startsWith('file:')

const createFolderTransport = (folder: string): MailTransport => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send(key, mail) {
      const { message } = await transport.sendMail(mail)
      makeFolder(folder)
      const day = mail.date.toISOString().slice(0, 16).replace('T', ' ').replace(':', '')
      const name = `${day} ${mail.to.address.replaceAll(/[^\w.@+-]/g, '_')} ${key.slice(0, 8)}.eml`
      await writeFile(join(folder, name), message as Buffer)
    },
    close: () => transport.close(),
  }
}

export const openMailTransport = ({ url }: MailSettings, patienceMs: number): MailTransport => {
  if (staysHere({ url })) return createFolderTransport(fileURLToPath(url))
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
  })
  return {
    send: async (_key, mail) => {
      await transport.sendMail(mail)
    },
    close: () => transport.close(),
  }
}

// Sends mail where a server for it is set up.
import { createTransport } from 'nodemailer'

export interface MailSettings {
  /** `smtps://user:password@mail.northwind.example` */
  readonly url: string
  readonly from: string
}

export interface Mailer {
  /** False where it could not be handed over; why is logged. */
  send(to: string, subject: string, text: string): Promise<boolean>
}

const patienceMs = 10_000

export const createMailer = (
  { url, from }: MailSettings,
  onError: (what: string, error: unknown) => void,
): Mailer => {
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs }
  const transport = createTransport({ url, ...patience }, { from })
  return {
    async send(to, subject, text) {
      try {
        await transport.sendMail({ to: { name: '', address: to }, subject, text })
        return true
      } catch (error) {
        onError('a mail could not be sent', error)
        return false
      }
    },
  }
}

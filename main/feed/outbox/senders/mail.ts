// A mail, in HTML and in text.
import type { MailSettings } from '../../access/mailer.ts'
import type { Message } from '../message.ts'
import { escapeHtml } from './escape-html.ts'
import { letterHtml, letterText } from './letter-html.ts'
import { openMailTransport } from './mail-transport.ts'
import { recapHtml, recapText } from './recap-html.ts'
import { clipped, failed, type Outcome, type Sender, sent } from './sender.ts'

const patienceMs = 10_000
/** RFC 5322: a line of a header has at most 998 characters; nobody reads a subject beyond this. */
const mostSubject = 180

const textOf = ({ headline, lines, action, note, stop }: Message): string =>
  [
    headline,
    ...lines,
    ...(action === null ? [] : ['', `${action.label}:`, action.url]),
    ...(note === null ? [] : ['', note]),
    ...(stop === null ? [] : ['', '-- ', `${stop.label}: ${stop.page}`]),
    '',
  ].join('\n')

/** Tables and inline styles, which is what mail programs draw; no picture, which many of them do not fetch. */
const htmlOf = (message: Message, language: string): string => {
  const { subject, headline, lines, action, note, stop } = message
  const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif'
  const first = lines
    .slice(0, -1)
    .map((line) => `<p style="margin:0 0 6px;font-size:15px;color:#b9c4dd">${escapeHtml(line)}</p>`)
  const last = lines
    .slice(-1)
    .map((line) => `<p style="margin:10px 0 0;font-size:18px;color:#ffffff">${escapeHtml(line)}</p>`)
  const button =
    action === null
      ? ''
      : `<p style="margin:26px 0 0"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:14px 28px;border-radius:12px;background:#2f5fe8;color:#ffffff;font-size:17px;font-weight:700;text-decoration:none">${escapeHtml(action.label)}</a></p>`
  const small = (html: string): string =>
    `<p style="margin:14px 0 0;font-size:13px;color:#5b6785">${html}</p>`
  return [
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;background:#eef1f8;${font}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px"><tr><td style="padding:30px 28px;border-radius:18px;border-top:5px solid #ffc247;background:#0c1223">`,
    ...first,
    `<h1 style="margin:0;font-size:28px;line-height:1.2;color:#ffffff">${escapeHtml(headline)}</h1>`,
    ...last,
    button,
    '</td></tr><tr><td style="padding:4px 28px">',
    note === null ? '' : small(escapeHtml(note)),
    stop === null
      ? ''
      : small(`<a href="${escapeHtml(stop.page)}" style="color:#5b6785">${escapeHtml(stop.label)}</a>`),
    '</td></tr></table></td></tr></table></body></html>',
  ].join('\n')
}

const bodyOf = (message: Message, language: string): { readonly text: string; readonly html: string } => {
  const { what, recap } = message
  if (recap !== undefined)
    return { text: recapText(message, recap), html: recapHtml(message, recap, language) }
  return what === 'letter'
    ? { text: letterText(message), html: letterHtml(message, language) }
    : { text: textOf(message), html: htmlOf(message, language) }
}

const responseCodeOf = (error: Error): number =>
  'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')

/** What a mail server says holds addresses and host names: only its number is told. 4xx passes, 5xx does not. */
const outcomeOf = (error: unknown): Outcome => {
  if (!(error instanceof Error)) throw error
  const status = responseCodeOf(error)
  const code = codeOf(error)
  if (code === 'EAUTH') return failed('the mail server refuses the password of the feed', { again: false })
  if (status >= 500) return failed(`the mail server refuses it (${status})`, { again: false })
  if (status >= 400) return failed(`the mail server asks to try later (${status})`, { again: true })
  // Given up while the mail went over, it may have been taken.
  if (code === 'ETIMEDOUT' || code === 'ESOCKET' || code === 'ECONNECTION' || code === 'EDNS')
    return failed(
      code === 'ETIMEDOUT' ? 'the mail server does not answer' : 'the mail server cannot be reached',
      { again: true, maybe: code === 'ETIMEDOUT' },
    )
  return failed('the mail could not be handed over', { again: true, maybe: true })
}

interface MailParts {
  readonly settings: MailSettings
  readonly to: { readonly name: string; readonly email: string }
  /** The floor's name, which it comes from unless a person wrote it. */
  readonly from: string
  /** BCP 47. */
  readonly language: string
  readonly patienceMs?: number
}

/** `wall@northwind.example`, of `"The wall" <wall@northwind.example>` too. */
const domainOf = (from: string): string => /@([^\s<>@]+?)>?\s*$/.exec(from)?.[1] ?? 'floorboard.invalid'
const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()

export const createMailSender = ({ settings, to, from, language, ...parts }: MailParts): Sender => {
  const patience = parts.patienceMs ?? patienceMs
  const idOf = (key: string): string => `<${key}@${domainOf(settings.from)}>`
  return {
    async send({ key, original, message, at }) {
      const transport = openMailTransport(settings, patience)
      const { stop, replyTo } = message
      const first = original === null ? null : idOf(original.key)
      try {
        await transport.send(key, {
          from: { name: message.from ?? from, address: addressOf(settings.from) },
          to: { name: to.name, address: to.email },
          ...(replyTo !== null && { replyTo: { name: '', address: replyTo } }),
          subject: clipped(message.subject, mostSubject),
          ...bodyOf(message, language),
          date: new Date(at),
          // The same for every try: a mail program shows one of two copies.
          messageId: idOf(key),
          ...(first !== null && { inReplyTo: first, references: [first] }),
          headers: {
            // What a person wrote is answered like any mail of theirs.
            ...(message.from === null && { 'Auto-Submitted': 'auto-generated' }),
            ...(stop !== null && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
          },
          ...(stop !== null && { list: { unsubscribe: { url: stop.post } } }),
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return sent({ messageId: idOf(key) })
      } catch (error) {
        return outcomeOf(error)
      } finally {
        transport.close()
      }
    },
  }
}

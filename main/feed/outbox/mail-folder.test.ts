import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { unfolded } from '../../../test/feed/mail-server.ts'
import { createMailSender } from './senders/mail.ts'
import { mailboxIn, staysHere } from './senders/mail-transport.ts'

const at = Date.parse('2026-11-23T08:00:00Z')
const message = {
  ...{
    what: 'letter' as const,
    celebration: null,
    from: null,
    subject: 'Your recap',
    headline: 'Your recap',
  },
  ...{ lines: ['It was a good week.'], action: null, note: null, stop: null, replyTo: null },
}

test('[D11] a mail stays in the folder as a file that a mail program opens, also after a second try', async () => {
  const above = mkdtempSync(join(tmpdir(), 'floorboard-mailbox-'))
  onTestFinished(() => rmSync(above, { recursive: true }))
  const folder = join(above, 'mail box')
  const sender = createMailSender({
    settings: mailboxIn(folder),
    to: { name: 'Ana Ruiz', email: 'ana/../ruiz@floor.test' },
    from: 'Small floor',
    language: 'en-US',
  })
  const job = { key: '0123456789abcdef', original: null, message, at, now: at }
  expect(await sender.send(job)).toMatchObject({ kind: 'sent' })
  expect(await sender.send(job)).toMatchObject({ kind: 'sent' })
  const files = readdirSync(folder)
  expect(files).toEqual(['2026-11-23 0800 ana_.._ruiz@floor.test 01234567.eml'])
  const mail = unfolded(readFileSync(join(folder, files[0] ?? ''), 'utf8'))
  expect(mail).toMatch(/^From: Small floor <wall@floorboard\.invalid>/m)
  expect(mail).toMatch(/^Subject: Your recap/m)
  expect(mail).toContain('It was a good week.')
})

test('[D11] a folder that takes nothing is tried again, and says so', async () => {
  const sender = createMailSender({
    settings: mailboxIn('/proc/none'),
    to: { name: 'Ana Ruiz', email: 'ana@floor.test' },
    from: 'Small floor',
    language: 'en-US',
  })
  const job = { key: '0123456789abcdef', original: null, message, at, now: at }
  expect(await sender.send(job)).toMatchObject({ kind: 'failed', again: true })
})

test('[D12] mails in a folder stay on the machine, and those of a mail server do not', () => {
  expect(staysHere(mailboxIn('/var/lib/floorboard/mailbox'))).toBe(true)
  expect(staysHere({ url: 'smtps://wall:secret@mail.northwind.test' })).toBe(false)
})

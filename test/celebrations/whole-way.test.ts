// A big deal, from the rule to the word on the wall, as the people at both ends have it: an admin at the console, two TVs, a
// mail server, a chat service's address, and a leader's phone. All parts are real.
import type { Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomeAdmin, type ConsoleSet, openConsole } from '../console/open-console.ts'
import { startMailServer, unfolded } from '../feed/mail-server.ts'
import { startReceiver } from '../feed/open-test-outbox.ts'
import { smallFloorText } from '../floors/small-floor.ts'

let set: ConsoleSet
let mail: Awaited<ReturnType<typeof startMailServer>>
let chat: Awaited<ReturnType<typeof startReceiver>>
let page: Page
const tvs: Page[] = []

/** Bounds a failure; nothing waits for as long. */
const within = { timeout: 60_000 }
const words = 'Eleven weeks of patient work. Well done, Priya.'

beforeAll(async () => {
  mail = await startMailServer()
  chat = await startReceiver((response) => {
    response.statusCode = 204
    response.end()
  })
  set = await openConsole({
    mail: { url: mail.url, from: 'Floorboard <wall@northwind.test>' },
    allowLocalWebhooks: true,
    firstFloorText: smallFloorText.replace('aliases: [priya@example.com]', 'aliases: [priya@northwind.test]'),
  })
  page = await set.open(await set.visit(), '/')
  await becomeAdmin(page)
})
afterAll(async () => {
  await set?.close()
  await chat?.close()
  await mail?.close()
})

const api = async (path: string, method: 'get' | 'post' | 'delete' = 'get', data?: unknown) => {
  const answer = await page.request[method](`${set.feed.url}/api/v1${path}`, {
    headers: { origin: set.feed.url },
    ...(data === undefined ? {} : { data }),
  })
  expect(answer.ok(), `${method} ${path}`).toBe(true)
  return answer.json()
}
const celebrations = async () => (await api('/celebrations')).celebrations
const choose = async (picker: RegExp, option: string) => {
  await page.getByRole('dialog').getByRole('button', { name: picker }).click()
  await page.getByRole('option', { name: option }).click()
}
const goTo = (part: string) => page.goto(`${set.feed.url}/console/celebrations/${part}`)

let signingSecret = ''

test('an admin connects a service, and says that its test message arrived', async () => {
  await goTo('alerts')
  await page.getByRole('button', { name: 'Connect' }).click()
  await choose(/Service/, 'A webhook of your own')
  await page.getByLabel('What you call it').fill('Deal desk')
  await page.getByLabel('Address').fill(`${chat.url}/hook`)
  await page.getByRole('button', { name: 'Connect and test' }).click()
  signingSecret = await page.getByRole('textbox', { name: 'The signing secret' }).inputValue()
  await page.getByRole('button', { name: 'I have copied it' }).click()
  await page.getByRole('button', { name: 'Send a test' }).last().click()
  await expect.poll(() => chat.received.length, within).toBe(1)
  await page.getByRole('button', { name: 'It arrived' }).click()
  await page.getByText('a test message arrived').waitFor()
})

test('puts a leader on a list, and makes the rule that tells it', async () => {
  await page.getByRole('button', { name: 'New list' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What the list is called').fill('Sales management')
  await dialog.getByLabel('Name', { exact: true }).fill('Dana Whitfield')
  await dialog.getByLabel('Title').fill('VP Sales')
  await dialog.getByLabel('E-mail').fill('dana@northwind.test')
  await dialog.getByRole('button', { name: 'One more channel' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('No rule tells this list yet.').waitFor()

  await goTo('rules')
  await page.getByRole('button', { name: 'New rule' }).first().click()
  await dialog.getByLabel('On the wall it is called').fill('Big deal')
  await choose(/Which/, 'Over an amount')
  await dialog.getByLabel('At least').fill('100000')
  await dialog.getByLabel('At least').blur()
  await dialog.getByText('Nothing in the last 90 days').waitFor()
  await dialog.getByText('Sales management').click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  const rules = async () => (await api('/floor')).file.celebrations
  await expect
    .poll(rules, within)
    .toMatchObject([{ id: 'big-deal', on: { over: 100_000 }, tell: ['sales-management'] }])
})

const takeover = (tv: Page) => tv.locator('.takeover')

test('a deal over the bar takes over two TVs together; a mail and a signed message go out', async () => {
  for (const screen of ['wall', 'calls-wall']) {
    const { token } = await api('/tokens', 'post', { name: screen, role: 'screen', screen })
    const tv = await set.openTv(screen, { size: { width: 640, height: 360 }, token })
    await tv.locator('.stage').waitFor()
    tvs.push(tv)
  }
  await expect
    .poll(
      async () => (await api('/screens')).screens.map(({ tvs: each }: { tvs: unknown[] }) => each.length),
      within,
    )
    .toEqual([1, 1])
  const { token } = await api('/tokens', 'post', { name: 'crm', role: 'ingest' })
  const answer = await set.feed.postFacts(
    JSON.stringify({
      facts: [
        {
          source: 'crm',
          id: '006Ax1',
          type: 'deal',
          name: 'Platform, 3-year',
          account: 'Northwind <b>Traders</b>',
          amount: { minor: 18_200_000, currency: 'USD' },
          status: 'won',
          createdAt: '2026-08-03T09:12:00Z',
          closedAt: new Date().toISOString(),
          credits: [
            { rep: 'priya', share: 0.8 },
            { rep: 'elena', share: 0.2, role: 'assist' },
          ],
        },
      ],
    }),
    { authorization: `Bearer ${token}` },
  )
  expect(answer.body).toMatchObject({ accepted: 1 })
  await Promise.all(tvs.map((tv) => takeover(tv).getByText('Priya Raman').first().waitFor()))
  await takeover(tvs[0] as Page)
    .getByText('Northwind <b>Traders</b>')
    .first()
    .waitFor()
  await expect.poll(() => chat.received.length, within).toBe(2)
  const message = chat.received[1]
  const signed = new Webhook(signingSecret).verify(message?.text ?? '', {
    'webhook-id': String(message?.headers['webhook-id']),
    'webhook-timestamp': String(message?.headers['webhook-timestamp']),
    'webhook-signature': String(message?.headers['webhook-signature']),
  })
  expect(JSON.stringify(signed)).toContain('Priya Raman')
  await expect.poll(() => mail.mails.length, within).toBe(1)
  expect(unfolded(mail.mails[0] ?? '')).toContain('To: Dana Whitfield <dana@northwind.test>')
})

test('the leader’s link, opened on a phone, puts their words on the wall', async () => {
  const link = /https?:\/\/\S+\/congratulate\/[\w.~-]+/.exec(unfolded(mail.mails[0] ?? ''))?.[0] ?? ''
  const phone = await (await set.visit({ viewport: { width: 390, height: 844 } })).newPage()
  await phone.goto(link)
  await phone.getByText('Priya Raman').first().waitFor()
  expect((await celebrations())[0].words).toEqual([])
  await phone.getByLabel('Your words').fill(words)
  await phone
    .getByRole('button', { name: /Send|wall/ })
    .first()
    .click()
  await expect
    .poll(async () => (await celebrations())[0].words.map(({ text }: { text: string }) => text), within)
    .toEqual([words])
  await Promise.all(
    tvs.map((tv) =>
      tv.getByText('Eleven weeks of patient work', { exact: false }).first().waitFor({ timeout: 60_000 }),
    ),
  )
})

test('every screen says how it was shown, all together', async () => {
  const shown = async () =>
    (await celebrations()).find(({ rule }: { rule: string | null }) => rule === 'big-deal')
  await expect.poll(async () => (await shown()).shownOn.length, within).toBe(2)
  const { state, shownOn } = await shown()
  expect(state).toBe('shown')
  for (const each of shownOn) expect(each.shownMs).toBeGreaterThan(5000)
})

test('a deal that is withdrawn leaves the boards and is corrected, and no second fanfare plays', async () => {
  const before = (await celebrations()).length
  await api('/facts/crm/006Ax1', 'delete')
  const [tv] = tvs
  await expect
    .poll(async () => (await api('/metrics/revenue?window=quarter&by=org')).rows[0].value, within)
    .toBe(0)
  await expect
    .poll(
      async () =>
        (await celebrations()).find(({ rule }: { rule: string | null }) => rule === 'big-deal').state,
      within,
    )
    .toBe('taken back')
  await expect.poll(() => chat.received.length, within).toBe(3)
  expect(chat.received[2]?.text).toContain('Big deal')
  await expect.poll(async () => (await celebrations()).length).toBe(before)
  await takeover(tv as Page).waitFor({ state: 'detached' })
  await goTo('happened')
  await page.getByText('taken back').waitFor()
  expect(set.complaints).toEqual([])
})

// A leader's page on a phone: from the link in a real mail to the words that the wall gets.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerErrors } from '../../main/feed/api/answer-errors.ts'
import { congratulateRoutes } from '../../main/feed/api/congratulate-routes.ts'
import { createLinkGuesses } from '../../main/feed/api/link-guesses.ts'
import { mailStopRoutes } from '../../main/feed/api/mail-stop-routes.ts'
import { staticRoutes } from '../../main/feed/api/static-routes.ts'
import { openMediaFolder } from '../../main/feed/media/media-folder.ts'
import { plainTransport } from '../../main/feed/transport.ts'
import { rendererFolder } from '../built.ts'
import { pictureForPeople } from '../pictures/picture-for-people.ts'
import { openBrowser } from '../pictures/wall-browser.ts'
import { type MailReceiver, startMailServer, unfolded } from './mail-server.ts'
import { bigDeal, floorWith, openTestOutbox, removeFolder, type TestOutbox } from './open-test-outbox.ts'

const folder = 'test-results/congratulate'
const clock = { ms: Date.parse('2026-11-20T15:00:00Z') }
const phone = { width: 390, height: 844 }
/** A picture of one pixel. */
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const dana = { name: 'Dana Whitfield', title: 'VP Sales', email: 'dana@northwind.test' }

let server: MailReceiver
let opened: TestOutbox
let app: FastifyInstance
let browser: Browser
let url: string
let mail: string
const complaints: string[] = []

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  server = await startMailServer()
  const settings = { url: server.url, from: 'wall@northwind.test' }
  const floor = floorWith({ leaders: [dana] }, { locale: 'de-DE', currency: 'EUR' })
  const people = floor.people.map((person) => ({ ...person, photo: '/media/priya.png' }))
  const file = { ...floor, people }
  opened = await openTestOutbox({ file, clock, mail: settings })
  app = Fastify()
  answerErrors(app)
  const { outbox } = opened
  const mediaDir = join(opened.folder, 'media')
  mkdirSync(mediaDir)
  writeFileSync(join(mediaDir, 'priya.png'), Buffer.from(onePixel, 'base64'))
  await app.register(
    congratulateRoutes({
      outbox,
      floor: { current: () => ({ version: 1, text: '', file }) },
      media: openMediaFolder({ folder: mediaDir }),
      noteCongratulateGuess: createLinkGuesses({ now: () => clock.ms }, 'congratulate'),
      transport: plainTransport,
    }),
  )
  await app.register(mailStopRoutes({ outbox, floor: { current: () => ({ version: 1, text: '', file }) } }))
  await app.register(staticRoutes({ mediaDir, rendererDir: rendererFolder }))
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  await outbox.celebrate(bigDeal)
  await outbox.send()
  mail = unfolded(server.mails[0] ?? '')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
  await opened?.close()
  await server?.close()
  if (opened) removeFolder(opened.folder)
})

const openPage = async (path: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 2 })
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    // A refused link is a 410, which the browser notes as well.
    if (message.type() === 'error' && !message.text().includes('410')) complaints.push(message.text())
  })
  await page.goto(`${url}${path}`)
  return page
}
const pathOf = (page: 'congratulate' | 'mail-stop'): string =>
  new RegExp(`/${page}/[\\w.-]+`).exec(mail)?.[0] ?? ''

test('a leader writes by their link, in the floor’s language, without signing in', async () => {
  const page = await openPage(pathOf('congratulate'))
  await page.locator('.write').waitFor()
  await pictureForPeople(page, { path: `${folder}/asks.png` })
  const text = (await page.locator('main').textContent()) ?? ''
  for (const part of ['182.000', 'Priya Raman', 'Northwind Traders', 'Hana Sato', 'Gratulieren Sie, Dana'])
    expect(text).toContain(part)
  expect(opened.words).toEqual([])
  // The photo lies in the feed's own folder, which is for those who have signed in; this one comes by the link.
  await expect
    .poll(() =>
      page.locator('.portrait img').evaluate((image) => 'naturalWidth' in image && image.naturalWidth),
    )
    .toBe(1)
  // Nothing is wider than the phone.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
  await page.locator('textarea').fill('Elf Wochen Geduld. Großartig, Priya.')
  await page.locator('.send').click()
  await page.locator('blockquote').waitFor()
  await pictureForPeople(page, { path: `${folder}/written.png` })
  expect(opened.words.map(([id, { text: said }]) => [id, said])).toEqual([
    [bigDeal.id, 'Elf Wochen Geduld. Großartig, Priya.'],
  ])
  await page.reload()
  await page.locator('blockquote').waitFor()
  await page.context().close()

  const elsewhere = await openPage(pathOf('congratulate'))
  expect(await elsewhere.locator('.locked').textContent()).toContain('anderen Browser')
  await elsewhere.context().close()
})

test('a link that is none says so, and nothing else', async () => {
  const page = await openPage('/congratulate/made-up')
  await page.locator('.why').waitFor()
  await pictureForPeople(page, { path: `${folder}/none.png` })
  expect(await page.locator('.why').textContent()).toContain('keiner von uns')
  expect(await page.locator('button, textarea').count()).toBe(0)
  await page.context().close()
})

test('mails end when somebody presses, and not when the page is opened', async () => {
  const page = await openPage(pathOf('mail-stop'))
  await page.locator('.send').waitFor()
  const stopped = () => opened.outbox.mailStop(pathOf('mail-stop').split('/').at(-1) ?? '')?.stopped
  await pictureForPeople(page, { path: `${folder}/mail-stop.png` })
  expect(await page.locator('main').textContent()).toContain('Keine dieser Mails mehr')
  expect(stopped()).toBe(false)
  await page.locator('.send').click()
  await expect.poll(stopped).toBe(true)
  await page.context().close()
})

test('its pages hold to their security policy, in which nothing is allowed that they do not use', async () => {
  const { headers } = await fetch(`${url}${pathOf('congratulate')}`)
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(complaints).toEqual([])
})

// What a leader's link does, asked as browsers, mail programs and guessers ask.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import { startMailServer, unfolded } from '../../../test/feed/mail-server.ts'
import {
  bigDeal,
  floorWith,
  openTestOutbox,
  removeFolder,
  type TestOutbox,
  testNow,
} from '../../../test/feed/open-test-outbox.ts'
import { openMediaFolder } from '../media/media-folder.ts'
import { plainTransport } from '../transport.ts'
import { answerErrors } from './answer-errors.ts'
import { congratulateRoutes } from './congratulate-routes.ts'
import { createLinkGuesses } from './link-guesses.ts'
import { mailStopRoutes } from './mail-stop-routes.ts'

const clock = { ms: testNow }
const dana = {
  name: 'Dana Whitfield',
  title: 'VP Sales',
  email: 'dana@northwind.test',
  photo: 'https://northwind.test/dana.jpg',
}
const kim = { name: 'Kim', email: 'kim@northwind.test', until: '2026-11-20' }
const cleanUps: (() => unknown)[] = []
let app: FastifyInstance
let opened: TestOutbox
let mails: string[]

const openApp = async (outbox: TestOutbox): Promise<FastifyInstance> => {
  const built = Fastify()
  answerErrors(built)
  await built.register(
    congratulateRoutes({
      outbox: outbox.outbox,
      floor: { current: () => ({ version: 1, text: '', file: outbox.file }) },
      media: openMediaFolder({ folder: join(outbox.folder, 'media') }),
      noteCongratulateGuess: createLinkGuesses({ now: () => clock.ms }, 'congratulate'),
      transport: plainTransport,
    }),
  )
  cleanUps.push(() => built.close())
  return built
}

beforeEach(async () => {
  clock.ms = testNow
  const server = await startMailServer()
  mails = server.mails
  const mail = { url: server.url, from: 'wall@northwind.test' }
  opened = await openTestOutbox({ file: floorWith({ leaders: [dana, kim] }), clock, mail })
  const { folder } = opened
  cleanUps.push(
    () => server.close(),
    () => removeFolder(folder),
    () => opened.close(),
  )
  app = await openApp(opened)
  await opened.outbox.celebrate(bigDeal)
  await opened.outbox.send()
})
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const linkTo = (email: string): string => {
  const mail = mails.map(unfolded).find((each) => each.includes(`To: `) && each.includes(email)) ?? ''
  return /\/congratulate\/([\w.-]+)/.exec(mail)?.[1] ?? ''
}
const see = (link: string, cookie = '') =>
  app.inject({ url: `/api/v1/congratulate/${link}`, headers: { cookie } })
const write = (link: string, text: string, cookie = '') =>
  app.inject({
    method: 'POST',
    url: `/api/v1/congratulate/${link}`,
    headers: { cookie, 'content-type': 'application/json' },
    payload: JSON.stringify({ text }),
  })
const cookieOf = (answer: Awaited<ReturnType<typeof write>>): string =>
  String(answer.headers['set-cookie']).split(';')[0] ?? ''

test('looking, however often, writes nothing; only a POST does', async () => {
  const link = linkTo(dana.email)
  for (let looks = 0; looks < 3; looks += 1) {
    const { statusCode, json, headers } = await see(link)
    expect([statusCode, headers['set-cookie']]).toEqual([200, undefined])
    expect(json()).toMatchObject({
      leader: { name: 'Dana Whitfield', title: 'VP Sales' },
      names: ['Priya Raman'],
      face: { initials: 'PR' },
      deal: { amount: 18_200_000, account: 'Northwind Traders', helpers: ['Hana Sato'] },
      wrote: null,
      stands: true,
      mailsTo: ['Priya Raman'],
    })
  }
  expect((await app.inject({ method: 'HEAD', url: `/api/v1/congratulate/${link}` })).statusCode).toBe(200)
  expect(opened.words).toEqual([])
  expect((await write(link, '  Eleven weeks. Well done, Priya.  ')).statusCode).toBe(200)
  expect(opened.words).toEqual([
    [
      bigDeal.id,
      {
        text: 'Eleven weeks. Well done, Priya.',
        from: { name: 'Dana Whitfield', short: 'Dana W.', initials: 'DW', hue: 0, photo: dana.photo },
        title: 'VP Sales',
        at: testNow,
      },
    ],
  ])
})

test('the person hears of it by mail, once', async () => {
  const first = await write(linkTo(dana.email), 'Superb <b>work</b>')
  await opened.outbox.send()
  const toPriya = mails
    .map(unfolded)
    .filter((mail) => mail.includes('To: Priya Raman <priya@northwind.test>'))
  expect(toPriya).toHaveLength(1)
  expect(toPriya[0]).toContain('Superb &lt;b&gt;work&lt;/b&gt;')
  expect(toPriya[0]).not.toContain('/congratulate/')
  clock.ms += 3_700_000
  expect((await write(linkTo(dana.email), 'Superb work', cookieOf(first))).statusCode).toBe(200)
  await opened.outbox.send()
  expect(mails.filter((mail) => mail.includes('To: Priya'))).toHaveLength(1)
})

test('used again it shows what was written, which changes once an hour at most', async () => {
  const link = linkTo(dana.email)
  const cookie = cookieOf(await write(link, 'Well done'))
  expect((await see(link, cookie)).json()).toMatchObject({ wrote: 'Well done', isForeign: false })
  const tooSoon = await write(link, 'Very well done', cookie)
  expect([tooSoon.statusCode, tooSoon.json().code]).toEqual([429, 'too-many-tries'])
  expect(tooSoon.json().message).toMatch(/in 60 min/)
  clock.ms += 3_600_000
  expect((await write(link, 'Very well done', cookie)).statusCode).toBe(200)
  expect((await see(link, cookie)).json().wrote).toBe('Very well done')
  expect(opened.known.for(bigDeal.id).map(({ word, nth }) => [word.text, nth])).toEqual([
    ['Very well done', 2],
  ])
})

test('passed on after it was used, it changes nothing', async () => {
  const link = linkTo(dana.email)
  await write(link, 'Well done')
  clock.ms += 7_200_000
  expect((await see(link)).json()).toMatchObject({ wrote: 'Well done', isForeign: true })
  const foreign = await write(link, 'I was here')
  expect([foreign.statusCode, foreign.json().message]).toEqual([
    410,
    expect.stringMatching(/another browser/),
  ])
  expect(opened.words).toHaveLength(1)
})

test('guessed, cut off, with another end or another’s name it opens nothing, and guessing gets slow', async () => {
  const link = linkTo(dana.email)
  const [key = '', end = '', signature = ''] = link.split('.')
  const [, , other = ''] = linkTo(kim.email).split('.')
  for (const guess of [
    link.slice(0, -1),
    `${key}.${end}.${other}`,
    `${key}.${(Number.parseInt(end, 36) + 1000).toString(36)}.${signature}`,
    'x',
  ]) {
    const { statusCode, json } = await see(guess)
    expect([statusCode, json().code]).toEqual([410, 'link-gone'])
  }
  for (let guess = 0; guess < 3; guess += 1) await see(`guess-${guess}`)
  expect((await see('guess')).statusCode).toBe(429)
  clock.ms += 3_700_000
  expect((await see(link)).statusCode).toBe(200)
})

test('after three days it is over, and it ends for a leader who has left', async () => {
  const [link, ofKim] = [linkTo(dana.email), linkTo(kim.email)]
  clock.ms += 12 * 3_600_000
  expect((await see(ofKim)).statusCode).toBe(200)
  clock.ms += 24 * 3_600_000
  expect((await see(ofKim)).json()).toMatchObject({ code: 'link-gone' })
  expect((await write(ofKim, 'Well done')).statusCode).toBe(410)
  expect((await see(link)).statusCode).toBe(200)
  clock.ms += 36 * 3_600_000
  expect((await see(link)).json().message).toMatch(/three days/)
  expect(opened.words).toEqual([])
})

test('what was taken back can be seen and not congratulated, and its words leave the walls', async () => {
  const link = linkTo(dana.email)
  await write(linkTo(kim.email), 'Well done')
  expect(opened.known.since(testNow).map(({ text }) => text)).toEqual(['Well done'])
  const why = 'withdrawn by salesforce'
  await opened.outbox.takeBack(bigDeal.id, why)
  await opened.log.appendRecords([
    { topic: 'celebration-back', cause: bigDeal.id, body: { why }, at: clock.ms, by: 'clock' },
  ])
  expect((await see(link)).json()).toMatchObject({ stands: false })
  expect((await write(link, 'Well done')).json()).toMatchObject({ code: 'link-gone' })
  expect(opened.known.since(testNow)).toEqual([])
  const { folder, file } = opened
  await opened.close()
  opened = await openTestOutbox({ file, clock, folder })
  expect(opened.known.since(testNow)).toEqual([])
})

test('nothing, too much, or no JSON is no word', async () => {
  const link = linkTo(dana.email)
  const form = await app.inject({
    method: 'POST',
    url: `/api/v1/congratulate/${link}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'text=Well+done',
  })
  expect(form.statusCode).toBe(415)
  for (const text of ['', '   ', 'x'.repeat(281)]) expect((await write(link, text)).statusCode).toBe(400)
  expect(opened.words).toEqual([])
})

test('what was written, and the links, outlive a restart', async () => {
  const link = linkTo(dana.email)
  const cookie = cookieOf(await write(link, 'Well done'))
  const { folder, file } = opened
  await opened.close()
  opened = await openTestOutbox({ file, clock, folder })
  app = await openApp(opened)
  expect((await see(link, cookie)).json()).toMatchObject({ wrote: 'Well done', isForeign: false })
  expect(opened.known.since(testNow)).toHaveLength(1)
  expect(opened.outbox.answered()).toMatchObject({ told: 1, answered: 1, share: 1 })
})

/** The same outbox on another floor file. */
const reopenOn = async (file: FloorFile): Promise<void> => {
  const { folder } = opened
  await opened.close()
  opened = await openTestOutbox({ file, clock, folder })
  app = await openApp(opened)
}

test('a photo of the floor’s own comes by the link, and by no other', async () => {
  const picture = Buffer.from('\x89PNG\r\n\x1a\nand more', 'latin1')
  mkdirSync(join(opened.folder, 'media'), { recursive: true })
  writeFileSync(join(opened.folder, 'media', 'priya raman.png'), picture)
  const link = linkTo(dana.email)
  expect((await app.inject({ url: `/api/v1/congratulate/${link}/photo` })).statusCode).toBe(404)
  const people = opened.file.people.map((person) => ({ ...person, photo: '/media/priya%20raman.png' }))
  await reopenOn({ ...opened.file, people })
  const { photo } = (await see(link)).json().face
  expect(photo).toBe(`/api/v1/congratulate/${link}/photo`)
  const answer = await app.inject({ url: photo })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png'])
  expect(answer.rawPayload).toEqual(picture)
  expect((await app.inject({ url: '/api/v1/congratulate/made.up/photo' })).statusCode).toBe(410)
  await reopenOn({
    ...opened.file,
    people: people.map((person) => ({ ...person, photo: '/media/gone.png' })),
  })
  expect((await app.inject({ url: photo })).statusCode).toBe(404)
})

test('refusals are in the floor’s language', async () => {
  const file = opened.file
  await reopenOn({ ...file, floor: { ...file.floor, locale: 'de-DE' } })
  expect((await see('made.up')).json().message).toBe(
    'Dieser Link ist keiner von uns: Öffnen Sie ihn aus der Nachricht selbst, und ganz.',
  )
  const link = linkTo(dana.email)
  const cookie = cookieOf(await write(link, 'Stark'))
  expect((await write(link, 'Sehr stark', cookie)).json().message).toBe(
    'Was Sie geschrieben haben, steht auf den Wänden. In 60 Minuten können Sie es wieder ändern.',
  )
})

const onConsole = (text: string) => {
  const from = { name: 'Dana Whitfield', short: 'Dana W.', initials: 'DW', hue: 0, photo: null }
  return opened.outbox.write(bigDeal, { text, from, title: 'VP Sales', at: clock.ms }, dana.email)
}
const said = (): string[] => opened.words.map(([, { text }]) => text)

test('[C8] what a leader writes by the link and on the console is one, and the last stands', async () => {
  const link = linkTo(dana.email)
  const cookie = cookieOf(await write(link, 'By the link'))
  await onConsole('On the console')
  expect(said()).toEqual(['On the console'])
  expect((await see(link, cookie)).json()).toMatchObject({ wrote: 'On the console', isForeign: false })
  expect((await see(link)).json()).toMatchObject({ isForeign: true })
  clock.ms += 3_700_000
  expect((await write(link, 'By the link again', cookie)).statusCode).toBe(200)
  await onConsole('And once more')
  expect(said()).toEqual(['And once more'])
})

test('[C8] after the console a link may be used once, in one browser', async () => {
  await onConsole('On the console')
  clock.ms += 3_700_000
  const link = linkTo(dana.email)
  expect((await see(link)).json()).toMatchObject({ wrote: 'On the console', isForeign: false })
  const cookie = cookieOf(await write(link, 'By the link'))
  expect(said()).toEqual(['By the link'])
  clock.ms += 3_700_000
  expect((await write(link, 'Forwarded')).statusCode).toBe(410)
  expect((await write(link, 'Mine', cookie)).statusCode).toBe(200)
})

test('mails stop by one click of a mail program, and not because a scanner looked', async () => {
  const stops = Fastify()
  answerErrors(stops)
  await stops.register(
    mailStopRoutes({
      outbox: opened.outbox,
      floor: { current: () => ({ version: 1, text: '', file: opened.file }) },
    }),
  )
  cleanUps.push(() => stops.close())
  const url = `/api/v1/mail-stops/${/mail-stops\/([\w.-]+)/.exec(unfolded(mails[0] ?? ''))?.[1]}`
  expect((await stops.inject({ url })).json()).toMatchObject({
    stopped: false,
    floor: 'Small floor',
    locale: 'en-US',
  })
  expect((await stops.inject({ url })).json()).toMatchObject({ stopped: false })
  const oneClick = await stops.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
  expect(oneClick.json()).toMatchObject({ stopped: true })
  const again = await stops.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    payload: '{"again":true}',
  })
  expect(again.json()).toMatchObject({ stopped: false })
  expect((await stops.inject({ method: 'POST', url: '/api/v1/mail-stops/made.up' })).statusCode).toBe(410)
})

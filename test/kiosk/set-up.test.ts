// A TV that nobody has set up, used with the arrows and OK of a remote control: real Electron, real feeds.
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Announcement, announce } from '../../main/discovery/announce.ts'
import { eventually } from '../eventually.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
import { inPage } from './in-page.ts'
import { type KioskApp, makeFolder, startKiosk, stopKiosks } from './kiosk-app.ts'
import { focused, photograph, press, shown, shows } from './remote-control.ts'

const card = '127.0.0.1'
const feeds: TestFeed[] = []
const announcements: Announcement[] = []

afterEach(async () => {
  await stopKiosks()
  for (const announcement of announcements.splice(0)) await announcement.close()
  for (const feed of feeds.splice(0)) await feed.close()
})

const start = async (userData?: string): Promise<KioskApp> =>
  startKiosk({
    args: ['--network-address', card, '--port', '0'],
    userData: userData ?? (await makeFolder()),
  })

const openFeed = async (): Promise<TestFeed> => {
  const feed = await startTestFeed({ clock: { now: Date.now }, firstFloorText: smallFloorAtAnyHour })
  feeds.push(feed)
  return feed
}

/** As a phone does that goes on past its browser's warning; the status of the answer. */
const becomeAdmin = (origin: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request(
      `${origin}/api/v1/first-admin`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        rejectUnauthorized: false,
        agent: false,
      },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      },
    )
    asked.once('error', reject)
    asked.end('{"email":"maya@example.com","password":"velvet orchard 1987 tram","name":"Maya"}')
  })

test('[S185] a floor that says that it is there is found, chosen with OK, and shown from then on', async () => {
  const feed = await openFeed()
  const port = Number(new URL(feed.url).port)
  announcements.push(
    announce({
      floor: 'Boston',
      port,
      isTls: false,
      host: card,
      onError: (error) => {
        throw error
      },
    }),
  )
  const kiosk = await start()
  await shows(kiosk, /Boston[\s\S]*Run the floor on this computer[\s\S]*Type an address/)
  await photograph(kiosk, 'set-up')
  await eventually(async () => {
    await press(kiosk, 'Up')
    expect(await focused(kiosk)).toContain('Boston')
  })
  await press(kiosk, 'Return')
  await shows(kiosk, 'Closed-won revenue')
  await eventually(() =>
    expect(JSON.parse(readFileSync(join(kiosk.userData, 'set-up.json'), 'utf8'))).toEqual({
      kind: 'address',
      url: feed.url,
      fingerprint: null,
    }),
  )
  await kiosk.app.close()
  await shows(await start(kiosk.userData), 'Closed-won revenue')
})

test('[S186] [S187] two presses of OK make a TV with a floor of its own, which any phone becomes the admin of, once', async () => {
  const kiosk = await start()
  await shows(kiosk, 'Looking for floors on this network')
  await eventually(async () => expect(await focused(kiosk)).toContain('Run the floor on this computer'))
  await press(kiosk, 'Return')
  await shows(kiosk, /Your floor runs on this computer[\s\S]*https:\/\/127\.0\.0\.1:\d+\/console\//)
  await photograph(kiosk, 'new-floor')
  await press(kiosk, 'Return')
  await shows(kiosk, 'This floor has no admin yet')
  await shows(kiosk, 'No numbers have come in yet')
  await photograph(kiosk, 'new-floor-boards')
  await press(kiosk, 'Return')
  await shows(kiosk, 'Your floor runs on this computer')

  const origin = new URL(String(/https:\S+\/console\//.exec(await shown(kiosk))?.[0])).origin
  expect(await becomeAdmin(origin)).toBe(200)
  await eventually(async () => expect(await shown(kiosk)).not.toContain('Your floor runs'))
  // Nobody is to do anything here any more: no key reaches the page.
  await inPage(kiosk.app, 'window.addEventListener("keydown", () => { document.title = "reached" })')
  await press(kiosk, 'Down', 'Return', 'a')
  expect(await inPage(kiosk.app, 'document.title')).toBe('Floorboard')
  await kiosk.app.close()
  const again = await start(kiosk.userData)
  await shows(again, 'No numbers have come in yet')
  expect(await shown(again)).not.toContain('no admin yet')
})

test('[S185] an address is typed letter by letter; what is wrong with it is said, and it can be mended', async () => {
  const feed = await openFeed()
  const kiosk = await start()
  await shows(kiosk, 'Type an address')
  await press(kiosk, 'Down', 'Return')
  await shows(kiosk, 'Where is the floor?')
  // With the remote control alone: 1, then down to a and j, and to Connect.
  await press(kiosk, 'Return', 'Down', 'Return')
  await press(kiosk, ...'://')
  await shows(kiosk, '1a://')
  await photograph(kiosk, 'set-up-address')
  await press(kiosk, 'Down', 'Down', 'Down', 'Right', 'Right', 'Return')
  await shows(kiosk, 'That is no address')
  await press(kiosk, ...Array.from('1a://', () => 'Backspace'), ...'127.0.0.1:9')
  await press(kiosk, 'Return')
  await shows(kiosk, 'Nothing answers there')
  await press(kiosk, 'Backspace', ...new URL(feed.url).port, 'Return')
  await shows(kiosk, 'Closed-won revenue')
})

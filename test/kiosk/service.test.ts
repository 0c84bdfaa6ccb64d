// The service menu of a TV on the wall, opened with the arrows and OK of a remote control: real Electron, a real feed.
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ServicePinAnswer } from '../../shared/wire/service.ts'
import { eventually } from '../eventually.ts'
import { startTestFeed, type TestFeed } from '../feed/start-test-feed.ts'
import { smallFloorAtAnyHour } from '../floors/small-floor.ts'
import { keptBy } from './fuzz-ipc.ts'
import { inPage } from './in-page.ts'
import { type KioskApp, makeFolder, startKiosk, stopKiosks } from './kiosk-app.ts'
import { focused, hides, photograph, press, shown, shows } from './remote-control.ts'

const opening = ['Up', 'Up', 'Down', 'Down', 'Left', 'Right', 'Left', 'Right', 'Return']
/** No feed is given: the TV asks, or shows what it was set up for. */
const notChosen = ['--network-address', '127.0.0.1', '--port', '0']
let feed: TestFeed | null = null

afterEach(async () => {
  await stopKiosks()
  await feed?.close()
  feed = null
})

const servicePin = async (from: TestFeed): Promise<string> =>
  ServicePinAnswer.parse((await from.ask('/api/v1/service-pin')).body).pin

const knowsPin = ({ userData }: KioskApp) =>
  eventually(() => expect(readFileSync(join(userData, 'service.json'), 'utf8')).toContain('"hash"'))

test('[S200] [S202] [S203] [S204] [S205] the menu asks for the PIN, says what this TV is, turns its sound, and the wall goes on', async () => {
  feed = await startTestFeed({ clock: { now: Date.now }, firstFloorText: smallFloorAtAnyHour })
  const pin = await servicePin(feed)
  const other = pin === '0000' ? '1111' : '0000'
  const kiosk = await startKiosk({ args: ['--feed', feed.url] })
  await shows(kiosk, 'Closed-won revenue')
  await knowsPin(kiosk)
  await press(kiosk, ...opening.slice(1))
  expect(await shown(kiosk)).not.toContain('Service PIN')

  await press(kiosk, ...opening)
  await shows(kiosk, /Closed-won revenue[\s\S]*Service PIN[\s\S]*It stands in the console/)
  await photograph(kiosk, 'service-pin')
  // Whoever is at the page and not at the keys learns and does nothing.
  expect(await inPage(kiosk.app, "window.kiosk.service({ kind: 'look' })")).toBeNull()
  await inPage(kiosk.app, "window.kiosk.service({ kind: 'act', act: 'restart' })")
  // Four wrong ones, typed, of which OK is the last key of the pad.
  for (let n = 1; n <= 4; n += 1) {
    await press(kiosk, ...other, 'Down', 'Down', 'Down', 'Right', 'Right', 'Return')
    await eventually(() => expect(kiosk.journal()).toContain(`"inARow":${n}`))
    await shows(kiosk, 'That is not the PIN.')
    await press(kiosk, 'Up', 'Up', 'Up', 'Left', 'Left')
  }
  // The right one with arrows and OK alone would be long; its digits may come from the remote control too.
  await press(kiosk, ...pin, 'Down', 'Down', 'Down', 'Right', 'Right', 'Return')
  await shows(kiosk, new RegExp(`Feed\\s+${feed.url}`))
  await shows(kiosk, /Last contact\s+connected/)
  expect(kiosk.journal()).toContain('"level":"warn","message":"a wrong PIN at the service menu"')
  expect(kiosk.journal()).not.toContain(other)
  await photograph(kiosk, 'service-menu')
  await eventually(async () => expect(await focused(kiosk)).toBe('Back to the wall'))

  await shows(kiosk, /Sound 35%/)
  await press(kiosk, 'Down', 'Right', 'Return')
  await shows(kiosk, /Sound (40|30)%/)
  // What ends the wall for a moment is asked twice, and the first key on that page is the way back.
  await press(kiosk, 'Down', 'Return')
  await shows(kiosk, 'The wall is dark for a few seconds.')
  await photograph(kiosk, 'service-question')
  await eventually(async () => expect(await focused(kiosk)).toBe('Back'))
  await press(kiosk, 'Return', 'Return')
  await hides(kiosk, 'Last contact')
  // No key reaches the page any more.
  await inPage(kiosk.app, 'window.addEventListener("keydown", () => { document.title = "reached" })')
  await press(kiosk, 'Down', 'Return', '1')
  expect(await inPage(kiosk.app, 'document.title')).toBe('Floorboard')
  expect(await inPage(kiosk.app, 'window.kiosk.wrongPins()')).toMatchObject({ count: 4 })
})

test('[S203] after five wrong PINs it waits, also without its feed', async () => {
  feed = await startTestFeed({ clock: { now: Date.now }, firstFloorText: smallFloorAtAnyHour })
  const pin = await servicePin(feed)
  const kiosk = await startKiosk({ args: ['--feed', feed.url] })
  await shows(kiosk, 'Closed-won revenue')
  await knowsPin(kiosk)
  await press(kiosk, ...opening)
  await shows(kiosk, 'Service PIN')
  const wrong = pin === '00000000' ? '11111111' : '00000000'
  const guess = (guessed: KioskApp, typed: string) =>
    inPage(guessed.app, `window.kiosk.service({ kind: 'pin', pin: '${typed}' })`)
  for (let n = 0; n < 5; n += 1) await guess(kiosk, wrong)
  await shows(kiosk, 'Too many wrong PINs. The next one is looked at in a minute.')
  await guess(kiosk, pin)
  await shows(kiosk, 'Too many wrong PINs')
  await photograph(kiosk, 'service-waits')
  // A restart begins the wait again by what stands on the disk.
  expect(JSON.parse(keptBy(kiosk)['service.json'] ?? '').wrong).toBe(5)
  await feed.close()
  feed = null
  await inPage(kiosk.app, "window.kiosk.service({ kind: 'close' })")
  await press(kiosk, ...opening)
  await shows(kiosk, 'Too many wrong PINs')
  await guess(kiosk, pin)
  expect(await inPage(kiosk.app, "window.kiosk.service({ kind: 'look' })")).toBeNull()
})

test('[S201] a TV that is not set up needs no PIN', async () => {
  const fresh = await startKiosk({ args: notChosen })
  await shows(fresh, 'Which floor does this TV show?')
  await press(fresh, ...opening)
  await shows(fresh, /A TV without a floor[\s\S]*This computer/)
  await photograph(fresh, 'service-new')
  // What is behind the menu hears no key.
  await press(fresh, 'Return')
  await hides(fresh, 'This computer ')
  await shows(fresh, 'Which floor does this TV show')
})

test('[S206] a TV is set up for another floor at its menu, and forgets the one before', async () => {
  feed = await startTestFeed({ clock: { now: Date.now }, firstFloorText: smallFloorAtAnyHour })
  const userData = await makeFolder()
  const setUpFile = join(userData, 'set-up.json')
  writeFileSync(setUpFile, JSON.stringify({ kind: 'address', url: feed.url, fingerprint: null }))
  const kiosk = await startKiosk({ args: notChosen, userData })
  await shows(kiosk, 'Closed-won revenue')
  await knowsPin(kiosk)
  await press(kiosk, ...opening)
  await shows(kiosk, 'Service PIN')
  await inPage(kiosk.app, `window.kiosk.service({ kind: 'pin', pin: '${await servicePin(feed)}' })`)
  await shows(kiosk, 'Show another floor')
  const gone = once(kiosk.process, 'exit')
  await inPage(kiosk.app, "window.kiosk.service({ kind: 'act', act: 'set-up' })").catch(() => null)
  expect((await gone)[0]).toBe(1)
  expect(existsSync(setUpFile)).toBe(false)
  expect(keptBy(kiosk)['last-good.json']).toMatch(/^{}\n/)
  expect(JSON.parse(keptBy(kiosk)['service.json'] ?? '')).toEqual({ pin: null, wrong: 0 })
})

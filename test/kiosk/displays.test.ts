// Several displays on one machine, which come and go while the kiosk runs.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { eventually } from '../eventually.ts'
import { type FeedUnderTest, makeFeed } from './feed-process.ts'
import { floorOfThree } from './floor-of-three.ts'
import { type KioskApp, makeFolder, startKiosk, stillPage, stopKiosks } from './kiosk-app.ts'
import { openSeveralDisplays, type SeveralDisplays } from './several-displays.ts'
import { arrangeAndWait, inWall, press, wallsOf } from './several-walls.ts'

let displays: SeveralDisplays
let feed: FeedUnderTest

beforeAll(async () => {
  displays = await openSeveralDisplays()
  feed = await makeFeed(await makeFolder(), floorOfThree)
  await feed.start()
  await feed.win('first', 'priya', 12_000)
})
afterEach(stopKiosks)
afterAll(async () => {
  await feed.kill()
  await displays.close()
})

const left = { width: 1280, height: 720, x: 0, y: 0, says: 'Lobby ladder' }
const middle = { width: 1280, height: 720, x: 1280, y: 0, says: 'Kitchen month' }
const right = { width: 720, height: 1280, x: 2560, y: 0, says: 'Stairs teams' }

const start = async (args: readonly string[], page?: string, userData?: string): Promise<KioskApp> =>
  await startKiosk({
    args,
    display: displays.name,
    ...(page !== undefined && { page }),
    ...(userData !== undefined && { userData }),
  })

test('[S188] [S190] [S191] [S193] every display has its own screen, also while displays change, go and come', async () => {
  displays.arrange([left, middle, right])
  const kiosk = await start(['--feed', feed.url, '--screen', 'lobby,kitchen,stairs'])
  await arrangeAndWait(kiosk, displays, [left, middle, right])
  await arrangeAndWait(kiosk, displays, [left, null, right])
  const upright = { ...middle, width: 1080, height: 1920 }
  await arrangeAndWait(kiosk, displays, [left, upright, { ...right, x: 2360 }])
  const large = { ...left, width: 1920, height: 1080 }
  await arrangeAndWait(kiosk, displays, [large, { ...middle, x: 0, y: 1080 }, { ...right, x: 1920 }])

  // Meanwhile each wall has stood long enough for a picture of it.
  for (const folder of ['.', 'displays/2', 'displays/3'])
    await eventually(() => expect(existsSync(join(kiosk.userData, folder, 'last-picture.jpg'))).toBe(true))
})

const nowhere = ['--feed', 'http://127.0.0.1:9']
/** What the still page shows: its feed, token and screen. */
const addressed = { ...left, says: '127.0.0.1' }

test('[S189] a wall keeps its pairing and its numbers while its display is away, and over a start', async () => {
  displays.arrange([left, middle])
  const kiosk = await start(nowhere, stillPage)
  const two = [addressed, { ...middle, says: '127.0.0.1' }] as const
  await arrangeAndWait(kiosk, displays, two)
  const token = (letter: string) => `fb_screen_${letter.repeat(24)}`
  for (const [nth, letter] of ['a', 'b'].entries())
    await inWall(
      kiosk,
      nth,
      `(kiosk.keepToken('${token(letter)}'), kiosk.saveLastGood('{"of":"${letter}"}'))`,
    )
  const second = join(kiosk.userData, 'displays/2')
  await eventually(() => {
    expect(readFileSync(join(kiosk.userData, 'token.json'), 'utf8')).toContain(token('a'))
    expect(readFileSync(join(second, 'token.json'), 'utf8')).toContain(token('b'))
    expect(readFileSync(join(kiosk.userData, 'last-good.json'), 'utf8')).toContain('{"of":"a"}')
    expect(readFileSync(join(second, 'last-good.json'), 'utf8')).toContain('{"of":"b"}')
  })
  await inWall(kiosk, 1, "localStorage.setItem('whose', 'the second')")
  expect(await inWall(kiosk, 0, "localStorage.getItem('whose')")).toBeNull()

  // The second alone, then none, then both again: it is the same kiosk all the while.
  await arrangeAndWait(kiosk, displays, [null, { ...middle, x: 0, says: '127.0.0.1' }])
  displays.arrange([null, null])
  await eventually(() => expect(kiosk.journal().split('its wall closes').length - 1).toBe(2))
  const both = [
    { ...left, says: token('a') },
    { ...middle, says: token('b') },
  ] as const
  await arrangeAndWait(kiosk, displays, both)
  await kiosk.app.close()

  // Displays that have changed places on the desk are the same displays.
  displays.arrange([middle, left])
  const again = await start(nowhere, stillPage, kiosk.userData)
  const swapped = [
    { ...middle, says: token('a') },
    { ...left, says: token('b') },
  ] as const
  await arrangeAndWait(again, displays, swapped)
})

test('[S188] with --display there is one wall, on that display, as the kiosk that it was before', async () => {
  displays.arrange([left, middle])
  const kiosk = await start([...nowhere, '--display', '2', '--screen', 'lobby'], stillPage)
  await eventually(async () => {
    const walls = await wallsOf(kiosk)
    expect(walls.map(({ x }) => x)).toEqual([1280])
    expect(walls[0]?.text).toContain('lobby')
  })
  expect(existsSync(join(kiosk.userData, 'displays'))).toBe(false)
})

test('[S192] a new kiosk asks on its primary display alone, where the keys go, and says so on the others', async () => {
  displays.arrange([left, middle])
  const kiosk = await startKiosk({
    args: ['--network-address', '127.0.0.1', '--port', '0'],
    display: displays.name,
  })
  const asking = { ...left, says: 'Which floor does this TV show?' }
  const waiting = { ...middle, says: 'This display is ready' }
  await arrangeAndWait(kiosk, displays, [asking, waiting])
  expect((await wallsOf(kiosk))[1]?.text).not.toContain('Run the floor on this computer')
  const heard = "window.addEventListener('keydown', () => { document.title = 'reached' })"
  for (const nth of [0, 1]) {
    await inWall(kiosk, nth, heard)
    await press(kiosk, nth, 'Up')
  }
  expect([await inWall(kiosk, 0, 'document.title'), await inWall(kiosk, 1, 'document.title')]).toEqual([
    'reached',
    'Floorboard',
  ])
  expect(
    await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getBounds().x),
  ).toBe(0)

  // The one that asks is gone: another one asks.
  await arrangeAndWait(kiosk, displays, [null, { ...middle, x: 0, says: asking.says }])
})

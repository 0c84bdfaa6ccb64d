// A page that is well is loaded anew before it takes too much, when nobody misses anything.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FeedUnderTest, makeFeed } from './feed-process.ts'
import { floorOfThree } from './floor-of-three.ts'
import { inPage, pageProcess } from './in-page.ts'
import { makeFolder, startKiosk, stopKiosks } from './kiosk-app.ts'
import { shows } from './remote-control.ts'
import { journalSays } from './still-wall.ts'

/** Two boards in turn on the first screen, five seconds each. */
const floor = floorOfThree
  .replace('{ board: ladder, seconds: 30 }', '{ board: ladder, seconds: 5 }, { board: month, seconds: 5 }')
  .replace('{ id: lobby, name: Lobby, playlist: lobby }', '{ id: wall, name: Wall, playlist: lobby }')

let feed: FeedUnderTest
beforeAll(async () => {
  feed = await makeFeed(await makeFolder(), floor)
  await feed.start()
})
afterEach(stopKiosks)
afterAll(async () => {
  await feed.kill()
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('[S195] [S197] [S198] a page that takes too much goes between two scenes, and never while somebody holds it', async () => {
  await feed.control({ do: 'hold', board: 'ladder', forMs: 60_000 })
  const kiosk = await startKiosk({ args: ['--feed', feed.url, '--page-memory', '1'] })
  await shows(kiosk, /lobby ladder/i)
  const before = await pageProcess(kiosk.app)
  await pause(6_000)
  expect(kiosk.journal()).not.toContain('recycled')

  await feed.control({ do: 'release' })
  await journalSays(kiosk, '"recycled","place":1,"why":"memory"')
  await shows(kiosk, /lobby ladder|kitchen month/i)
  expect(await pageProcess(kiosk.app)).not.toBe(before)
  expect(await inPage(kiosk.app, 'window.kiosk.recoveries()')).toBeNull()
  expect(kiosk.journal()).not.toContain('the page is gone')
})

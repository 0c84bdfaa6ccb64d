// A real kiosk with three displays that change again and again while it runs: their size, their place, upright and back,
// off and on. FLOORBOARD_DISPLAY_CHANGES says how often.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quantile } from '../../bench/result.ts'
import { sayFigures } from '../figures.ts'
import { startDisplay } from '../kiosk/display.ts'
import { type FeedUnderTest, makeFeed } from '../kiosk/feed-process.ts'
import { floorOfThree } from '../kiosk/floor-of-three.ts'
import { makeFolder, startKiosk, stopKiosks } from '../kiosk/kiosk-app.ts'
import { openSeveralDisplays, type SeveralDisplays } from '../kiosk/several-displays.ts'
import { arrangeAndWait, type Wanted } from '../kiosk/several-walls.ts'

const changes = Number(process.env['FLOORBOARD_DISPLAY_CHANGES'] ?? 30)
const withinMs = 3_000

let displays: SeveralDisplays
let feed: FeedUnderTest
let stopDisplay: (() => Promise<void>) | undefined
beforeAll(async () => {
  stopDisplay = await startDisplay()
  displays = await openSeveralDisplays()
  feed = await makeFeed(await makeFolder(), floorOfThree)
  await feed.start()
  await feed.win('first', 'priya', 12_000)
})
afterAll(async () => {
  await stopKiosks()
  await feed.kill()
  await displays.close()
  await stopDisplay?.()
})

const boards = ['Lobby ladder', 'Kitchen month', 'Stairs teams'] as const
const hd = [1280, 720] as const
const fullHd = [1920, 1080] as const
const upright = [1080, 1920] as const
const old = [1024, 768] as const

/** Beside one another, as large as given. */
const row = (...sizes: readonly (readonly [number, number] | null)[]): readonly Wanted[] => {
  let x = 0
  return sizes.map((size, nth) => {
    if (size === null) return null
    const [width, height] = size
    const wanted = { width, height, x, y: 0, says: boards[nth] ?? '' }
    x += width
    return wanted
  })
}

/** Each differs from the one before it in what one hand on a plug, a remote control or a setting does. */
const arrangements = [
  row(hd, hd, hd),
  row(hd, null, hd),
  row(hd, hd, hd),
  row(fullHd, hd, hd),
  row(fullHd, upright, hd),
  row(fullHd, upright, null),
  row(null, upright, null),
  row(null, upright, hd),
  row(old, upright, hd),
  row(old, hd, hd),
] as const

test('every wall covers its display again, with its own board', async () => {
  const first = arrangements[0]
  displays.arrange(first)
  const kiosk = await startKiosk({
    args: ['--feed', feed.url, '--screen', 'lobby,kitchen,stairs'],
    display: displays.name,
  })
  await arrangeAndWait(kiosk, displays, first)
  const covered: number[] = []
  const shown: number[] = []
  while (covered.length < changes) {
    const next = arrangements[(covered.length + 1) % arrangements.length] ?? first
    const { coveredMs, shownMs } = await arrangeAndWait(kiosk, displays, next)
    covered.push(coveredMs)
    shown.push(shownMs)
    // What one change costs is not to be paid by the next.
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const figures = (found: readonly number[]): string =>
    `${[quantile(found, 0.5), quantile(found, 0.95), Math.max(...found)].map((ms) => (ms / 1000).toFixed(1)).join(', ')} s (p50, p95, most)`
  sayFigures(
    `${covered.length} changes of three displays: covered again after ${figures(covered)}, all boards there after ${figures(shown)}`,
  )
  expect(Math.max(...covered)).toBeLessThanOrEqual(withinMs)
})

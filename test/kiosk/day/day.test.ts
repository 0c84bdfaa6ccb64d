// A minute of a floor's day on a real kiosk: what was to come on came on, and nothing is left of it. Whether the heap stays
// where it is takes longer to see: `npm run prove -- --only day`.
import { afterEach, expect, test } from 'vitest'
import { makeFolder, startKiosk, stopKiosks } from '../kiosk-app.ts'
import { type CuttableLine, openCuttableLine } from './cuttable-line.ts'
import { type DayFeed, openDayFeed } from './day-feed.ts'
import { dayLimits, type Sample, spreadOf, voids } from './judge-day.ts'
import { type Deed, playDay, wallShowsAll } from './play-day.ts'

let feed: DayFeed | null = null
let line: CuttableLine | null = null
afterEach(async () => {
  await stopKiosks()
  await line?.close()
  await feed?.close()
})

/** One after another. */
const script: readonly Deed[] = [
  'takeover',
  'sample',
  'cut',
  'takeover',
  'sample',
  'kill the feed',
  'takeover',
  'sample',
]

/** The board that is measured is on every other time: no sample waits for more than one of the others. */
const playlist = ['calls', 'won', 'calls', 'teams', 'calls', 'over', 'calls', 'race', 'calls', 'wins']

/** One number more or less on the board, and a hand that is open just now. */
const mostSpread: Readonly<Partial<Record<keyof Sample, number>>> = {
  nodes: 12,
  listeners: 6,
  pageHandles: 2,
  shellHandles: 2,
  feedHandles: 2,
}

test('[S232] a minute of a day: takeovers, a line that is cut and a feed that is killed leave nothing on a kiosk', async () => {
  feed = await openDayFeed(await makeFolder(), playlist)
  line = await openCuttableLine(feed.port)
  const kiosk = await startKiosk({ args: ['--feed', line.url] })
  const lives = await playDay({
    kiosk,
    feed,
    line,
    secondsAnHour: 3600,
    script: script.map((deed) => ({ at: 0, deed })),
  })
  await wallShowsAll({ kiosk, feed })
  expect(lives).toHaveLength(1)
  for (const life of lives) {
    expect(voids(life, dayLimits)).toEqual([])
    for (const [what, most] of Object.entries(mostSpread)) {
      const of = (sample: Sample) => sample[what as keyof Sample]
      expect(spreadOf(life.samples, of), `${what}: ${life.samples.map(of)}`).toBeLessThanOrEqual(most)
    }
  }
})

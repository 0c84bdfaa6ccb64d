// A floor's day of eight hours on a real kiosk, in half an hour: facts by the second, sixty takeovers, half a thousand
// scenes, its line cut, its feed killed, its page killed. Then a leak is planted in its page, which must be found.
// FLOORBOARD_DAY_MINUTES says how long it takes (28 are the whole day, 5 are an hour and a half of it).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sayFigures } from '../figures.ts'
import { type CuttableLine, openCuttableLine } from '../kiosk/day/cuttable-line.ts'
import { type DayFeed, openDayFeed } from '../kiosk/day/day-feed.ts'
import { dayLimits, judgeLife, type Life, slopeOf, spreadOf, voids, warmOf } from '../kiosk/day/judge-day.ts'
import { type Deed, type PlayedDay, playDay, wallShowsAll } from '../kiosk/day/play-day.ts'
import { startDisplay } from '../kiosk/display.ts'
import { inPage } from '../kiosk/in-page.ts'
import { type KioskApp, makeFolder, startKiosk, stopKiosks } from '../kiosk/kiosk-app.ts'

const minutes = Number(process.env['FLOORBOARD_DAY_MINUTES'] ?? 28)
const seconds = minutes * 60
const secondsAnHour = 210
/** A screen shows sixty in an hour of the clock at most, and more than that would be in the whole day's half hour. */
const takeoversAnHour = 8
const sampleEvery = 20
/** A shorter life is no line: it only has to show what it was to. */
const judgedHours = 1

/** By the share of the day that is over. The page lives long enough on one side of its death. */
const misfortunes: readonly (readonly [number, Deed])[] = [
  [0.08, 'cut'],
  [minutes < 20 ? 0.15 : 0.6, 'kill the page'],
  [0.22, 'kill the feed'],
  [0.3, 'cut'],
  [0.42, 'cut'],
  [0.5, 'kill the feed'],
  [0.7, 'cut'],
  [0.82, 'kill the feed'],
  [0.9, 'cut'],
]

const every = (apart: number, until: number, deed: Deed) =>
  Array.from({ length: Math.floor(until / apart) }, (_, nth) => ({ at: nth * apart + apart / 2, deed }))

const scriptOf = (until: number): PlayedDay['script'] =>
  [
    ...every(secondsAnHour / takeoversAnHour, until, 'takeover'),
    ...every(sampleEvery, until, 'sample'),
    ...misfortunes.map(([share, deed]) => ({ at: share * until, deed })),
  ].sort((one, other) => one.at - other.at)

let feed: DayFeed
let line: CuttableLine
let kiosk: KioskApp
let stopDisplay: (() => Promise<void>) | undefined
beforeAll(async () => {
  stopDisplay = await startDisplay()
  feed = await openDayFeed(await makeFolder())
  line = await openCuttableLine(feed.port)
  kiosk = await startKiosk({ args: ['--feed', line.url] })
})
afterAll(async () => {
  await stopKiosks()
  await line.close()
  await feed.close()
  await stopDisplay?.()
})

const hoursOf = ({ samples }: Life): number => samples.at(-1)?.hour ?? 0

const figuresOf = (life: Life): string => {
  const { scenes, takeovers } = life
  const did = `a page of ${hoursOf(life).toFixed(1)} hours: ${scenes.seen} of ${scenes.scripted} scenes, ${takeovers.seen} of ${takeovers.scripted} takeovers`
  if (hoursOf(life) < judgedHours) return did
  const warm = warmOf(life, dayLimits)
  const [first, last] = [warm[0], warm.at(-1)]
  const slope = slopeOf(warm, ({ heapMb }) => heapMb).toFixed(2)
  const handles = [
    spreadOf(warm, ({ pageHandles }) => pageHandles),
    spreadOf(warm, ({ shellHandles }) => shellHandles),
    spreadOf(warm, ({ feedHandles }) => feedHandles),
  ]
  return `${did}; heap ${first?.heapMb.toFixed(2)} → ${last?.heapMb.toFixed(2)} MB, ${slope} an hour; nodes ${first?.nodes} → ${last?.nodes}, listeners ${first?.listeners} → ${last?.listeners}, files of page, shell and feed within ${handles.join(', ')}`
}

test(`[S232] ${(minutes / (secondsAnHour / 60)).toFixed(1)} hours of a floor's day leave a kiosk as it was`, async () => {
  const lives = await playDay({ kiosk, feed, line, secondsAnHour, script: scriptOf(seconds) })
  for (const life of lives) sayFigures(figuresOf(life))
  const judged = lives.filter((life) => hoursOf(life) >= judgedHours)
  expect(judged.length).toBeGreaterThan(0)
  for (const life of lives) expect(voids(life, dayLimits)).toEqual([])
  for (const life of judged) expect(judgeLife(life, dayLimits)).toEqual([])
})

/** Twice as much as may be: 2,400 bytes of numbers, an element that nobody shows, and a listener, each half second. */
const plantLeak = `(() => {
  const leaked = []
  setInterval(() => {
    const element = document.createElement('div')
    addEventListener('resize', () => element)
    leaked.push(element, new Array(300).fill(leaked.length + 0.5))
  }, 500)
})()`

test('[S232] a leak that is planted in the page is found', async () => {
  await inPage(kiosk.app, plantLeak)
  const script = every(15, 150, 'sample')
  const [life] = await playDay({ kiosk, feed, line, secondsAnHour, script })
  if (life === undefined) throw new Error('no life')
  sayFigures(
    `with a planted leak: heap ${slopeOf(life.samples, ({ heapMb }) => heapMb).toFixed(2)} MB an hour, nodes ${slopeOf(life.samples, ({ nodes }) => nodes).toFixed(0)}, listeners ${slopeOf(life.samples, ({ listeners }) => listeners).toFixed(0)}`,
  )
  const faults = judgeLife(life, { ...dayLimits, warmHours: 0 }).join('; ')
  for (const what of ['the heap grows', 'nodes grow', 'listeners grow']) expect(faults).toContain(what)
})

test('[F43] all facts of the day are counted once, and the wall shows them', async () => {
  const facts = await wallShowsAll({ kiosk, feed })
  sayFigures(`${facts} calls, each counted once, and all on the wall`)
})

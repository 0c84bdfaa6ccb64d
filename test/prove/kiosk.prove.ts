// The real kiosk on a real feed, hurt again and again from outside: how long until the board is painted again.
// FLOORBOARD_KIOSK_KILLS says how often its page is killed (50); everything else is done in proportion.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { quantile } from '../../bench/result.ts'
import { eventually } from '../eventually.ts'
import { sayFigures } from '../figures.ts'
import { startDisplay } from '../kiosk/display.ts'
import { type FeedUnderTest, makeFeed } from '../kiosk/feed-process.ts'
import { fuzzIpc, keptBy, openRawIpc, shellMemory } from '../kiosk/fuzz-ipc.ts'
import { readGlass } from '../kiosk/glass.ts'
import { inPage, pageProcess } from '../kiosk/in-page.ts'
import {
  asRoot,
  electron,
  type KioskApp,
  makeDist,
  makeFolder,
  startKiosk,
  stopKiosks,
} from '../kiosk/kiosk-app.ts'
import { processOf, startStill } from '../kiosk/still-wall.ts'

const kills = Number(process.env['FLOORBOARD_KIOSK_KILLS'] ?? 50)
const share = (of: number): number => Math.max(1, Math.round((kills * of) / 50))
/** The fourth failure within a minute is for the page that says that the wall is recovering. */
const perWall = 3

let feed: FeedUnderTest
let stopDisplay: (() => Promise<void>) | undefined
beforeAll(async () => {
  stopDisplay = await startDisplay()
  feed = await makeFeed(await makeFolder())
  await feed.start()
  await feed.win('first', 'priya', 12_000)
})
afterEach(stopKiosks)
afterAll(async () => {
  await feed.kill()
  await stopDisplay?.()
})

/** Names the board once the page has painted it. */
const paintedBoard = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() =>
  resolve(document.querySelector('.scene')?.innerText.includes('Priya') ?? false))))`

/** White letters on a dark board; a window without a page has none. */
const hasLetters = (): boolean => {
  const glass = readGlass()
  let bright = 0
  for (let y = 0; y < glass.height; y += 2)
    for (let x = 0; x < glass.width; x += 2) {
      const colour = glass.at(x, y)
      if (((colour >> 8) & 0xff) > 0xd0) bright += 1
    }
  return bright > 200 && bright < (glass.width * glass.height) / 8
}

const shows = (kiosk: KioskApp, within: number): Promise<number> =>
  vi.waitFor(
    async () => {
      expect(await inPage(kiosk.app, paintedBoard)).toBe(true)
      expect(hasLetters()).toBe(true)
      return performance.now()
    },
    { timeout: within, interval: 20 },
  )

type Hurt = (kiosk: KioskApp) => Promise<void>

/** How long each took, from the harm to the painted board, ms. */
async function hurting(times: number, within: number, hurt: Hurt, args: readonly string[] = []) {
  const found: number[] = []
  while (found.length < times) {
    const kiosk = await startKiosk({ args: ['--feed', feed.url, ...args] })
    await shows(kiosk, 30_000)
    for (let nth = 0; nth < perWall && found.length < times; nth += 1) {
      const since = performance.now()
      await hurt(kiosk)
      found.push((await shows(kiosk, within)) - since)
      // What is kept for a start without a feed is written by then.
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    await stopKiosks()
  }
  return found
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1)
const say = (what: string, found: readonly number[]): void =>
  sayFigures(
    `${found.length} ${what}: back after ${seconds(quantile(found, 0.5))} s (p50), ${seconds(quantile(found, 0.95))} s (p95), ${seconds(Math.max(...found))} s at most`,
  )

/** Resolves once the journal has it once more than before. */
async function saying(kiosk: KioskApp, words: string, within: number, act: () => unknown): Promise<void> {
  const count = () => kiosk.journal().split(words).length
  const before = count()
  await act()
  await vi.waitFor(() => expect(count()).toBeGreaterThan(before), { timeout: within, interval: 20 })
}

const gone = 'the page is gone'
const signal = (name: string, sign: NodeJS.Signals) => async (kiosk: KioskApp) =>
  process.kill(name === 'page' ? await pageProcess(kiosk.app) : await processOf(kiosk, name), sign)
const kill =
  (name: string, words: string): Hurt =>
  async (kiosk) =>
    await saying(kiosk, words, 10_000, () => signal(name, 'SIGKILL')(kiosk))
const stop =
  (name: string, words: string): Hurt =>
  async (kiosk) =>
    await saying(kiosk, words, 20_000, () => signal(name, 'SIGSTOP')(kiosk))
const run =
  (script: string, words: string, within: number): Hurt =>
  async (kiosk) =>
    await saying(kiosk, words, within, () => void inPage(kiosk.app, script).catch(() => null))

test('its page is killed', async () => {
  const found = await hurting(kills, 10_000, kill('page', gone))
  say('kills of the page', found)
  expect(quantile(found, 0.95)).toBeLessThanOrEqual(1_500)
})

test('its graphics process is killed', async () => {
  const found = await hurting(share(20), 10_000, kill('GPU', 'a helper process is gone'))
  say('kills of the graphics process', found)
  expect(Math.max(...found)).toBeLessThanOrEqual(10_000)
})

test.each([
  ['stops of the page', stop('page', gone)],
  ['stops of the graphics process', stop('GPU', 'a helper process is gone')],
  ['stops of the network process', stop('network.mojom.NetworkService', 'a helper process is gone')],
  ['endless loops', run('for (;;);', gone, 20_000)],
])('%s', async (what, hurt) => {
  const found = await hurting(share(5), 20_000, hurt)
  say(what, found)
  expect(Math.max(...found)).toBeLessThanOrEqual(20_000)
})

const cover = `document.body.append(Object.assign(document.createElement('div'), {
  style: 'position:fixed;inset:0;z-index:9999;background:#fff' }))`

test.each([
  ['emptied pages', run("document.body.innerHTML = ''", gone, 10_000), 10_000],
  ['white pages', run(cover, gone, 40_000), 40_000],
])('%s', async (what, hurt, mostMs) => {
  const found = await hurting(share(5), 10_000, hurt)
  say(what, found)
  expect(Math.max(...found)).toBeLessThanOrEqual(mostMs)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s', async (sign) => {
  const kiosk = await startKiosk({ args: ['--feed', feed.url] })
  await shows(kiosk, 30_000)
  const ended = once(kiosk.process, 'exit')
  const since = performance.now()
  kiosk.process.kill(sign)
  await ended
  expect(performance.now() - since).toBeLessThanOrEqual(5_000)
})

/** The bar of whoever leads: no other page has one. Few pixels are looked at, since looking slows what is measured. */
const hasBar = (): boolean => {
  const glass = readGlass()
  let blue = 0
  for (let y = 0; y < glass.height; y += 4)
    for (let x = 0; x < glass.width; x += 16) {
      const colour = glass.at(x, y)
      if ((colour & 0xff) >= 0xd0 && colour >> 16 <= 0x70) blue += 1
    }
  return blue > 20
}

const emptyPage = fileURLToPath(new URL('../kiosk/empty-page', import.meta.url))
/** The colour of that page; without a window manager its window is smaller than the display. */
const isOfOneColour = (): boolean => readGlass().at(100, 100) === 0x336699

/** Started as a supervisor does: a debugger would have it wait. Until it is seen on the display's own pixels, ms. */
const startedUntil = async (args: readonly string[], isSeen: () => boolean): Promise<number> => {
  await eventually(() => expect(isSeen()).toBe(false))
  const since = performance.now()
  const env = { ...process.env, FLOORBOARD_SUPERVISED: '1' }
  const started = spawn(electron, args, { stdio: 'ignore', env })
  const gone = once(started, 'exit')
  await eventually(() => expect(isSeen()).toBe(true)).finally(() => started.kill())
  const ms = performance.now() - since
  await gone
  return ms
}

/** Of a process by its type, MB. */
const memoryOf = (kiosk: KioskApp, type: string): Promise<number> =>
  kiosk.app.evaluate(({ app }, wanted) => {
    const kilobytes = app.getAppMetrics().find((each) => each.type === wanted)?.memory.workingSetSize ?? 0
    return Math.round((kilobytes * 1024) / 1e6)
  }, type)

test('it starts from what it kept, without a network', async () => {
  const first = await startKiosk({ args: ['--feed', feed.url] })
  await shows(first, 30_000)
  const kept = join(first.userData, 'last-good.json')
  await eventually(() => expect(readFileSync(kept, 'utf8')).toContain('Priya'))
  const [page, graphics, shell] = [
    await memoryOf(first, 'Tab'),
    await memoryOf(first, 'GPU'),
    await memoryOf(first, 'Browser'),
  ]
  sayFigures(`a wall takes ${page} MB for its page, ${graphics} MB for graphics, ${shell} MB for the shell`)
  await first.app.close()

  await feed.kill()
  const program = join(await makeDist(undefined), 'kiosk/main.cjs')
  const args = [...asRoot, program, `--user-data-dir=${first.userData}`, '--feed', feed.url]
  const folder = await makeFolder()
  const empty = [...asRoot, join(emptyPage, 'main.cjs'), `--user-data-dir=${folder}`]
  const found: number[] = []
  const least: number[] = []
  while (found.length < share(10)) {
    least.push(await startedUntil(empty, isOfOneColour))
    found.push(await startedUntil(args, hasBar))
  }
  await feed.start()
  sayFigures(
    `${found.length} starts without a network: a board after ${seconds(quantile(found, 0.5))} s (p50), ${seconds(Math.max(...found))} s at most; of it Electron with an empty page takes ${seconds(quantile(least, 0.5))} s (p50), ${(quantile(found, 0.5) / quantile(least, 0.5)).toFixed(1)} times as long is the wall`,
  )
  expect(quantile(found, 0.95)).toBeLessThanOrEqual(3_000)
})

test('its page runs out of memory', async () => {
  const fill = 'const kept = []; for (;;) kept.push(new Array(100_000).fill(kept.length))'
  const found = await hurting(share(10), 10_000, run(fill, gone, 20_000), [
    '--js-flags=--max-old-space-size=256',
  ])
  say('pages out of memory', found)
  expect(Math.max(...found)).toBeLessThanOrEqual(20_000)
})

test('[S211] messages of every shape change nothing', async () => {
  const kiosk = await startStill()
  await openRawIpc(kiosk)
  const [before, memory] = [keptBy(kiosk), await shellMemory(kiosk)]
  const seed = Number(process.env['FLOORBOARD_SEED'] ?? 1)
  const { sent, answered } = await fuzzIpc(kiosk, seed, share(40_000))
  const more = (await shellMemory(kiosk)) - memory
  sayFigures(
    `${sent} messages of every shape: ${answered} questions answered, the shell's memory ${more} MB more`,
  )
  expect(keptBy(kiosk)).toEqual(before)
  expect(await inPage(kiosk.app, 'document.querySelector("#feed").textContent')).toContain('127.0.0.1:9')
  expect(kiosk.journal()).not.toContain('has a bug')
  expect(more).toBeLessThan(150)
})

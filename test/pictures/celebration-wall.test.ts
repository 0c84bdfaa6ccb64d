// Takeovers on real walls: a real browser, a real socket, a feed that the test holds.
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { picture } from '../../renderer/boards/leaderboard/gallery-states.ts'
import { pictureTime } from '../../renderer/boards/samples/floor.ts'
import { celebrationStateNamed } from '../../renderer/gallery/celebrations/celebration-states.ts'
import { rendererFolder } from '../built.ts'
import { celebration, startOf, takeover } from './takeover.ts'
import { openBrowser, openWall, rehearsed, settled } from './wall-browser.ts'
import { openWallFeed, type WallFeed } from './wall-feed.ts'

let browser: Browser
let feed: WallFeed
const pages: Page[] = []

beforeAll(async () => {
  // As the kiosk starts it: nobody ever touches a wall.
  browser = await openBrowser(['--autoplay-policy=no-user-gesture-required', '--js-flags=--expose-gc'])
})
afterAll(async () => {
  await browser?.close()
})
beforeEach(async () => {
  feed = await openWallFeed(rendererFolder)
  feed.setClock(pictureTime - Date.now())
  feed.show([picture], { volume: 0.5 })
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
  await feed.close()
})

/** A wall that is ready to celebrate: what shows it is loaded while the page is idle. */
const wall = async (before?: () => void): Promise<Page> => {
  const { page, complaints } = await openWall(browser, feed.url, '720p', before, { paints: false })
  pages.push(page)
  page.on('close', () => expect(complaints).toEqual([]))
  await settled(page, picture)
  await rehearsed(page)
  return page
}

test('a deal takes the wall over, is shown for as long as it was asked, reported, and gives the board back', async () => {
  const page = await wall()
  feed.celebrate(celebration('one'))
  await takeover(page).getByText('Priya Raman').first().waitFor()
  await page.locator('.stage[data-covered]').waitFor()
  await takeover(page).waitFor({ state: 'detached' })
  expect(await page.locator('.stage[data-covered]').count()).toBe(0)
  await expect.poll(() => feed.celebrated.length).toBe(1)
  const [shown] = feed.celebrated
  expect(shown).toMatchObject({ id: 'one', sound: 'none' })
  expect(shown?.shownMs).toBeGreaterThan(3000)
  expect(shown?.shownMs).toBeLessThanOrEqual(4000)
})

/** How many points of the canvas have a colour. */
const confettiOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const air = document.querySelector<HTMLCanvasElement>('.takeover-place .confetti-air')
    const copy = new OffscreenCanvas(air?.width ?? 1, air?.height ?? 1).getContext('2d')
    if (!air || !copy) return 0
    copy.drawImage(air, 0, 0)
    const { data } = copy.getImageData(0, 0, air.width, air.height)
    let coloured = 0
    for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 0) coloured += 1
    return coloured
  })

test('[S145] confetti flies in a thread of its own, which is kept, and none is left when the takeover is over', async () => {
  const page = await wall()
  const [thread] = page.workers()
  expect(page.workers()).toHaveLength(1)
  for (const id of ['first', 'second']) {
    feed.celebrate(celebration(id, { ms: 5000 }))
    await expect.poll(() => confettiOn(page)).toBeGreaterThan(1000)
    await takeover(page).waitFor({ state: 'detached' })
    expect(page.workers()).toEqual([thread])
  }
})

test('[S145] a page that may not have a thread celebrates without confetti', async () => {
  const page = await wall(() => void Reflect.deleteProperty(window, 'Worker'))
  feed.celebrate(celebration('plain', { ms: 4500 }))
  await takeover(page).locator('.solo-about').waitFor()
  await takeover(page).waitFor({ state: 'detached' })
  await expect.poll(() => feed.celebrated.length).toBe(1)
})

const heapOf = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  for (let round = 0; round < 3; round += 1) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  await devtools.detach()
  const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN
  return { nodes: metric('Nodes'), bytes: metric('JSHeapUsedSize'), listeners: metric('JSEventListeners') }
}

/** Five hundred, of every design, are for `npm run prove -- --only takeovers`. */
test('forty takeovers leave the heap where it was', async () => {
  const page = await wall()
  const play = async (count: number, name: string): Promise<void> => {
    for (let nth = 0; nth < count; nth += 1) {
      feed.celebrate(celebration(`${name} ${nth}`, { ms: 220 }), 20)
      await page.waitForTimeout(260)
    }
    await expect.poll(() => takeover(page).count()).toBe(0)
  }
  await play(12, 'before')
  const before = await heapOf(page)
  await play(40, 'then')
  const after = await heapOf(page)
  console.info(`heap ${before.bytes} → ${after.bytes}, nodes ${before.nodes} → ${after.nodes}`)
  expect(after.nodes - before.nodes).toBeLessThan(40)
  expect(after.listeners - before.listeners).toBeLessThan(8)
  expect(after.bytes - before.bytes).toBeLessThan(600_000)
})

/** Whatever is to be heard is measured on its way to the loudspeaker: the root mean square of what was loudest. */
const listen = (): void => {
  const { connect } = AudioNode.prototype
  Object.assign(window, { heard: 0 })
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode | AudioParam) {
    if (to instanceof AudioDestinationNode) {
      const analyser = this.context.createAnalyser()
      const samples = new Float32Array(analyser.fftSize)
      const measure = setInterval(() => {
        analyser.getFloatTimeDomainData(samples)
        const power = samples.reduce((sum, value) => sum + value ** 2, 0) / samples.length
        Object.assign(window, { heard: Math.max(Number(Reflect.get(window, 'heard')), Math.sqrt(power)) })
        if (this.context.state === 'closed') clearInterval(measure)
      }, 20)
      Reflect.apply(connect, this, [analyser])
    }
    return Reflect.apply(connect, this, [to])
  } as typeof connect
}

test('its sound is heard on a wall that nobody ever touched, at the volume of the screen, unless it is silent', async () => {
  const page = await wall(listen)
  const heard = () => page.evaluate(() => Number(Reflect.get(window, 'heard')))
  feed.celebrate(celebration('silent', { sound: 'own:gong', silent: true, ms: 1500 }))
  await expect.poll(() => feed.celebrated.length).toBe(1)
  expect(feed.celebrated[0]).toMatchObject({ id: 'silent', sound: 'muted' })
  expect(await heard()).toBe(0)

  feed.celebrate(celebration('loud', { sound: 'own:gong', ms: 3000 }), 400)
  await expect.poll(() => feed.celebrated.length).toBe(2)
  expect(feed.celebrated[1]).toMatchObject({ id: 'loud', sound: 'played' })
  // Half the screen's volume of what is levelled to -20 LUFS.
  expect(await heard()).toBeGreaterThan(0.02)
  expect(await heard()).toBeLessThan(0.4)

  feed.celebrate(celebration('broken', { sound: '/media/broken.jpg', ms: 1500 }))
  await expect.poll(() => feed.celebrated.length).toBe(3)
  expect(feed.celebrated[2]).toMatchObject({ id: 'broken', sound: 'broken' })
})

test('what is taken back leaves with grace, and the board is there again', async () => {
  const page = await wall()
  feed.celebrate(celebration('untrue', { ms: 20_000 }))
  await page.locator('.stage[data-covered]').waitFor()
  feed.retract('untrue')
  await page.locator('.stage:not([data-covered])').waitFor()
  expect(await takeover(page).count()).toBe(1)
  await takeover(page).waitFor({ state: 'detached' })
  expect(feed.celebrated).toMatchObject([{ id: 'untrue' }])
})

test("a leader's words that come while it shows join it, and nothing begins anew", async () => {
  const page = await wall()
  const told = celebration('written', { ms: 30_000 })
  const startsAt = feed.celebrate(told)
  await page.locator('.stage[data-covered]').waitFor()
  const began = await startOf(page)
  const word = celebrationStateNamed('big-deal')?.view.word
  if (!word) throw new Error('nobody wrote')
  feed.celebrateAt({ ...told, view: { ...told.view, word: { ...word, at: startsAt + 2000 } } }, startsAt)
  await takeover(page).getByText('Eleven weeks of patient work').waitFor({ state: 'attached' })
  expect(Math.abs((await startOf(page)) - began)).toBeLessThan(2)
  expect(feed.celebrated).toEqual([])
})

test('a picture of the floor stands in the place of the face; one that is broken leaves no gap', async () => {
  const page = await wall()
  const withMedia = (address: string) => {
    const { view } = celebration('any')
    return { ...view, media: { kind: 'picture' as const, address } }
  }
  feed.sendAhead(['/media/hills.jpg', '/media/broken.jpg', 'own:gong'])
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('broken.jpg')),
  )
  await page.waitForTimeout(300)
  feed.celebrate(celebration('hills', { view: withMedia('/media/hills.jpg'), ms: 4000 }))
  await page.locator('.media-picture[data-ready] img').waitFor()
  expect(await page.locator('.media-picture img').getAttribute('src')).toMatch(/^blob:/)
  await takeover(page).waitFor({ state: 'detached' })

  feed.celebrate(celebration('broken', { view: withMedia('/media/broken.jpg'), ms: 4000 }))
  await page.locator('.stage[data-covered]').waitFor()
  expect(await page.locator('.media-picture').count()).toBe(0)
  await page.locator('.solo-face .likeness-initials').waitFor()
})

test('the face flies home to its own place on the board that is there now', async () => {
  const page = await wall()
  feed.celebrate(celebration('home', { ms: 5000 }))
  const flightMs = 720
  await page.waitForFunction(
    (ms) =>
      document
        .querySelector('.takeover-place .solo-face')
        ?.getAnimations()
        .some(({ effect }) => effect?.getComputedTiming().duration === ms),
    flightMs,
    { polling: 10 },
  )
  const apart = await page.evaluate((ms) => {
    const face = document.querySelector('.takeover-place .solo-face')
    const flight = face?.getAnimations().find(({ effect }) => effect?.getComputedTiming().duration === ms)
    const row = [...document.querySelectorAll('.leader')].find(({ textContent }) =>
      textContent?.includes('Priya Raman'),
    )
    const home = row?.querySelector('.avatar')
    if (!face || !flight || !home) return null
    // Where both are once the board has come forward again.
    for (const animation of document.querySelector('.stage-area')?.getAnimations() ?? []) animation.cancel()
    flight.pause()
    flight.currentTime = ms * 0.9
    const middle = (box: DOMRect) => [box.left + box.width / 2, box.top + box.height / 2, box.width] as const
    const [[x, y, wide], [homeX, homeY, homeWide]] = [face, home].map((each) =>
      middle(each.getBoundingClientRect()),
    ) as [readonly [number, number, number], readonly [number, number, number]]
    return Math.max(Math.abs(x - homeX), Math.abs(y - homeY), Math.abs(wide - homeWide))
  }, flightMs)
  expect(apart).toBeLessThan(4)
})

// A takeover in the real shell, on a real feed, with its sound as the loudspeaker is given it.
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { CelebrationsAnswer } from '../../shared/wire/celebrations/api.ts'
import { eventually } from '../eventually.ts'
import { type FeedUnderTest, makeFeed } from './feed-process.ts'
import { makeFolder, startKiosk, stopKiosks } from './kiosk-app.ts'
import { likenessTo, recordSound } from './recorded-sound.ts'

const gong = fileURLToPath(new URL('../../assets/sounds/gong.wav', import.meta.url))
/** Of a screen whose floor says nothing else. */
const volume = 0.35

let feed: FeedUnderTest | null = null
afterEach(async () => {
  await stopKiosks()
  await feed?.kill()
  feed = null
})

test('a big deal takes the kiosk over, its gong is heard though nobody ever touched it, and both are reported', async () => {
  feed = await makeFeed(await makeFolder())
  await feed.start()
  const { url } = feed
  const { page } = await startKiosk({ args: ['--feed', url] })
  await page.waitForFunction(
    () => performance.getEntriesByName('floorboard:celebrations-ready').length > 0,
    null,
  )
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'info') complaints.push(message.text())
  })
  await page.evaluate(recordSound)

  await feed.win('big', 'priya', 182_000)
  const takeover = page.locator('.takeover-place .takeover')
  await takeover.getByText('Priya Raman').first().waitFor()
  await takeover.locator('.figure-read').getByText('$182,000').waitFor()
  await takeover.waitFor({ state: 'detached' })
  await page.getByText('Won so far').waitFor()

  const recording = await page.evaluate(
    () => Reflect.get(window, 'recording') as { samples: number[]; rate: number },
  )
  const { correlation, gain } = likenessTo(gong, recording)
  expect(correlation).toBeGreaterThan(0.95)
  expect(Math.abs(gain - volume)).toBeLessThan(0.1 * volume)

  const shown = await eventually(async () => {
    const answer = await fetch(`${url}/api/v1/celebrations`)
    const [celebration] = CelebrationsAnswer.parse(await answer.json()).celebrations
    expect(celebration?.shownOn).toHaveLength(1)
    return celebration
  }, 200)
  expect(shown).toMatchObject({ title: 'Big deal', names: ['Priya Raman'], state: 'shown' })
  expect(shown?.shownOn).toMatchObject([{ screen: 'wall', sound: 'played' }])
  expect(complaints).toEqual([])
})

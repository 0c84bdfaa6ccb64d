// Plays a floor's day to a real kiosk, faster than it passes: facts by the second, takeovers back to back, its line cut, its
// feed killed, its page killed. Gives what the wall held meanwhile, and what came on against what was to.
import { setTimeout as pause } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import { eventually } from '../../eventually.ts'
import { inPage, pageProcess } from '../in-page.ts'
import type { KioskApp } from '../kiosk-app.ts'
import type { CuttableLine } from './cuttable-line.ts'
import type { DayFeed } from './day-feed.ts'
import { measuredBoard, sceneSeconds } from './day-floor.ts'
import type { Life, Sample } from './judge-day.ts'
import { beginToWatch, measure, noTakeover, seenOn } from './watch-wall.ts'

export type Deed = 'takeover' | 'sample' | 'cut' | 'kill the feed' | 'kill the page'

export interface PlayedDay {
  readonly kiosk: KioskApp
  readonly feed: DayFeed
  readonly line: CuttableLine
  /** Real seconds that stand for an hour of the day. */
  readonly secondsAnHour: number
  /** Each begins at its second, or once the one before it is over. */
  readonly script: readonly { readonly at: number; readonly deed: Deed }[]
}

/** Long enough for a TV to notice, and to try in vain. */
const cutMs = 5000
/** A takeover begins this soon after it was asked for. */
const beginsWithin = 10_000

export const playDay = async (day: PlayedDay): Promise<readonly Life[]> => {
  const { kiosk, feed, line, secondsAnHour, script } = day
  const lives: Life[] = []
  let samples: Sample[] = []
  let scripted = 0
  let celebrated = 0
  let page = 0

  const begin = async (): Promise<void> => {
    await feed.walls(1)
    await beginToWatch(kiosk)
    page = await pageProcess(kiosk.app)
    samples = []
    scripted = 0
  }
  const end = async (): Promise<void> => {
    expect(await pageProcess(kiosk.app), 'the page has changed, and the script says nothing of it').toBe(page)
    const { scenes, takeovers, seconds } = await seenOn(kiosk)
    lives.push({
      samples,
      scenes: { seen: scenes, scripted: Math.round(seconds / sceneSeconds) },
      takeovers: { seen: takeovers, scripted },
    })
  }
  const takeover = async (): Promise<void> => {
    const before = (await seenOn(kiosk)).takeovers
    await feed.celebrate(celebrated)
    celebrated += 1
    scripted += 1
    // What does not come is counted, and ends nothing.
    await vi
      .waitFor(async () => expect((await seenOn(kiosk)).takeovers).toBeGreaterThan(before), {
        timeout: beginsWithin,
        interval: 50,
      })
      .catch(() => undefined)
    await noTakeover(kiosk)
  }
  const deeds: Readonly<Record<Deed, () => Promise<void>>> = {
    takeover,
    sample: async () => void samples.push(await measure(kiosk, feed.process(), secondsAnHour)),
    cut: async () => {
      line.cut()
      await feed.walls(0)
      await pause(cutMs)
      line.mend()
      await feed.walls(1)
    },
    'kill the feed': async () => {
      await feed.killAndStart()
      await feed.walls(1)
    },
    'kill the page': async () => {
      await end()
      process.kill(page, 'SIGKILL')
      await eventually(async () =>
        expect([0, null, page]).not.toContain(await pageProcess(kiosk.app).catch(() => null)),
      )
      await begin()
    },
  }

  await begin()
  const startedAt = performance.now()
  for (const { at, deed } of script) {
    await pause(Math.max(0, startedAt + at * 1000 - performance.now()))
    await deeds[deed]()
  }
  await end()
  return lives
}

/** Once nothing more comes: no fact is lost or counted twice, and the wall shows what the feed has. */
export const wallShowsAll = async ({ kiosk, feed }: Pick<PlayedDay, 'kiosk' | 'feed'>): Promise<number> => {
  const sent = await feed.rest()
  expect(await feed.callsCounted()).toBe(sent)
  const values = (await feed.callsOnBoard()).map((value) => value.toLocaleString('en-US'))
  const board = `.scene[data-board="${measuredBoard}"]:not([data-leaving])`
  await eventually(async () => {
    const words = await inPage(kiosk.app, `document.querySelector('${board}')?.innerText`)
    expect(String(words).split(/\s+/)).toEqual(expect.arrayContaining(values))
  })
  return sent
}

// A deal on a floor of fifty, from its arrival at the feed to the frame in which its person's row says another number.
import type { Page } from '@playwright/test'
import { pause } from './tab.ts'

declare global {
  interface Window {
    /** By whose row it was: the frames in which it said something else, epoch ms. */
    rowFrames: Record<string, number[]>
  }
}

/** Runs in the page, before its own code. */
export const probeRows = (): void => {
  window.rowFrames = {}
  const shown = new Map<string, string>()
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => {
      for (const row of document.querySelectorAll('.scene:not([data-leaving]) .leader')) {
        const name = row.querySelector('.person-name')?.textContent ?? ''
        const text = row.textContent ?? ''
        if (shown.get(name) === text) continue
        shown.set(name, text)
        void window.frameDone().then((at) => {
          const frames = window.rowFrames[name] ?? []
          frames.push(performance.timeOrigin + at)
          window.rowFrames[name] = frames
        })
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

/** Epoch ms. */
export const untilFrame = async (page: Page, name: string, after: number): Promise<number> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const frames = await page.evaluate((row) => window.rowFrames[row] ?? [], name)
    const first = frames.find((at) => at > after)
    if (first !== undefined) return first
    await pause(100)
  }
  throw new Error(`no frame shows what ${name} won`)
}

/** Their rows are on the first page of a board of everybody, whatever anybody wins. */
const onTop = [0, 1, 2, 3, 4]
/** Longer than the tick in which the feed merges changes; uneven, so that no frame rate is met in step. */
const betweenMs = (nth: number): number => 200 + ((nth * 37) % 61)

export interface FactToFrameParts {
  /** The wall; `probeRows` ran in it. */
  readonly page: Page
  /** Sends facts; resolves once they are durable and counted. */
  readonly post: (body: string) => Promise<unknown>
  /** When the last of them arrived at the feed, epoch ms. */
  readonly receivedAt: () => Promise<number>
  /** Who wins, by number: the first five where it is left out. */
  readonly reps?: readonly number[]
}

export const createFactToFrame = ({ page, post, receivedAt, reps = onTop }: FactToFrameParts) => {
  let nth = 0
  /** What somebody has won is another sum, which reads otherwise. */
  const win = (rep: number): Promise<unknown> => {
    nth += 1
    // The feed's clock stands at the beginning of the hour.
    const at = new Date(Date.now() - 3_600_000).toISOString()
    const amount = { minor: 1_000_000_00 + (nth % 89) * 100_000_00, currency: 'USD' }
    const fact = {
      source: 'hand',
      id: `Deal ${rep}`,
      type: 'deal',
      status: 'won',
      credits: [{ rep: `Rep ${rep}` }],
    }
    return post(JSON.stringify({ facts: [{ ...fact, amount, createdAt: at, closedAt: at }] }))
  }
  return {
    /** Rows that are there from now on. */
    begin: async (): Promise<void> => {
      for (const rep of reps) await win(rep)
      await page.locator('.leader').first().waitFor({ timeout: 120_000 })
    },
    /** Of the next one, ms. */
    next: async (): Promise<number> => {
      const rep = reps[nth % reps.length] ?? 0
      await win(rep)
      const sentAt = await receivedAt()
      await pause(betweenMs(nth))
      return (await untilFrame(page, `Rep ${rep}`, sentAt)) - sentAt
    },
  }
}

// Pictures that TVs were asked for: each is waited for a few seconds, and kept ten minutes, in memory alone.
import type { Clock } from '../clock.ts'

/** One megabyte: a JPEG of a 4K wall. */
export const largestPicture = 1024 * 1024

export interface Screenshots {
  /**
   * `send` asks a TV of the screen and returns the picture's id, or null where there is none to ask. Resolves to the id once
   * the picture came, to null where it did not in time. Who asks meanwhile waits for the same picture.
   */
  ask(screen: string, send: () => string | null): Promise<string | null>
  /** The screen that was asked; null where nobody waits for this picture. */
  askedOf(id: string): string | null
  put(id: string, picture: Buffer): void
  get(id: string): Buffer | null
  close(): void
}

interface Asked {
  readonly screen: string
  readonly picture: Promise<string | null>
  readonly settle: (picture: string | null) => void
}

const withinMs = 20_000
const keptMs = 10 * 60_000

export const createScreenshots = (clock: Clock): Screenshots => {
  const asked = new Map<string, Asked>()
  /** The last of each screen. */
  const kept = new Map<string, { readonly id: string; readonly picture: Buffer; readonly until: number }>()

  const waitFor = (id: string, screen: string): Promise<string | null> => {
    let settle: Asked['settle'] = () => undefined
    const picture = new Promise<string | null>((resolve) => {
      const timer = setTimeout(() => settle(null), withinMs)
      timer.unref()
      settle = (came) => {
        clearTimeout(timer)
        asked.delete(id)
        resolve(came)
      }
    })
    asked.set(id, { screen, picture, settle })
    return picture
  }

  return {
    ask: async (screen, send) => {
      const inHand = [...asked.values()].find((each) => each.screen === screen)
      if (inHand) return inHand.picture
      const id = send()
      return id === null ? null : waitFor(id, screen)
    },
    askedOf: (id) => asked.get(id)?.screen ?? null,
    put: (id, picture) => {
      const waiting = asked.get(id)
      if (!waiting) return
      kept.set(waiting.screen, { id, picture, until: clock.now() + keptMs })
      waiting.settle(id)
    },
    get: (id) => {
      for (const [screen, { until }] of kept) if (clock.now() >= until) kept.delete(screen)
      return [...kept.values()].find((each) => each.id === id)?.picture ?? null
    },
    close: () => {
      for (const { settle } of [...asked.values()]) settle(null)
    },
  }
}

// How smoothly this TV draws, looked at while it draws anyway: for a second after each change of the scene. A wall that
// stands still is asked for no frame.

export interface FrameRate {
  /** A scene has changed: looks for a second, unless it is looking already. */
  look(): void
  /** Over the last half minute; null where it has looked at nothing. */
  rates(): { readonly mean: number; readonly slowest: number } | null
}

interface FrameRateOptions {
  readonly running: () => number
  readonly onFrame: (draw: () => void) => void
  /** A page that nobody sees draws no frames. */
  readonly isHidden: () => boolean
}

const lookMs = 1000
const keptMs = 30_000

export const createFrameRate = ({ running, onFrame, isHidden }: FrameRateOptions): FrameRate => {
  let seen: readonly { readonly at: number; readonly rate: number }[] = []
  let isLooking = false
  return {
    look: () => {
      if (isLooking || isHidden()) return
      isLooking = true
      const begun = running()
      let frames = 0
      const count = (): void => {
        frames += 1
        const ms = running() - begun
        if (ms < lookMs) {
          onFrame(count)
          return
        }
        isLooking = false
        if (isHidden()) return
        seen = [
          ...seen.filter(({ at }) => begun - at < keptMs),
          { at: begun, rate: ((frames - 1) * 1000) / ms },
        ]
      }
      onFrame(() => {
        frames = 0
        count()
      })
    },
    rates: () => {
      const recent = seen.filter(({ at }) => running() - at < keptMs).map(({ rate }) => rate)
      if (recent.length === 0) return null
      const mean = recent.reduce((sum, rate) => sum + rate, 0) / recent.length
      return { mean: Math.round(mean * 10) / 10, slowest: Math.round(Math.min(...recent) * 10) / 10 }
    },
  }
}

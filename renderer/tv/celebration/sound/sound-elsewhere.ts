// A sound on another site: the page may not fetch it, an element plays it as it comes.
import type { CelebratedMessage } from '../../../../shared/wire/celebrations/view.ts'

interface ElsewhereOptions {
  readonly url: string
  /** 0 to 1. */
  readonly volume: number
  /** Until it starts; below 0 where it has started already. */
  readonly inMs: number
  readonly longestMs: number
}

export interface ElsewhereSound {
  readonly state: Promise<CelebratedMessage['sound']>
  stop(): void
}

const fadeSteps = 12
const fadeMs = 1200

export const playFromElsewhere = ({ url, volume, inMs, longestMs }: ElsewhereOptions): ElsewhereSound => {
  const element = new Audio(url)
  element.volume = volume
  const timers: ReturnType<typeof setTimeout>[] = []
  const after = (ms: number, work: () => void) => void timers.push(setTimeout(work, Math.max(0, ms)))
  const stop = (): void => {
    for (const timer of timers) clearTimeout(timer)
    element.pause()
    element.removeAttribute('src')
  }
  const start = async (): Promise<CelebratedMessage['sound']> => {
    try {
      element.currentTime = Math.max(0, -inMs) / 1000
      await element.play()
    } catch (error) {
      return error instanceof DOMException && error.name === 'NotAllowedError' ? 'blocked' : 'broken'
    }
    const left = longestMs - Math.max(0, -inMs)
    for (let step = 1; step <= fadeSteps; step += 1)
      after(left - fadeMs + (fadeMs * step) / fadeSteps, () => {
        element.volume = volume * (1 - step / fadeSteps)
      })
    after(left, stop)
    return 'played'
  }
  let settle: (sound: CelebratedMessage['sound']) => void = () => undefined
  const state = new Promise<CelebratedMessage['sound']>((resolve) => {
    settle = resolve
    after(inMs, () => resolve(start()))
  })
  return {
    state,
    stop: () => {
      stop()
      // Taken back before it began.
      settle('muted')
    },
  }
}

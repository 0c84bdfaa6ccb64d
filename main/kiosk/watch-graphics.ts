// The graphics process, which draws all walls of this kiosk.
import type { App } from 'electron'
import { endProcess, findProcess } from './end-process.ts'
import { createGraphicsCrashes } from './graphics-crashes.ts'
import type { Journal } from './journal.ts'

/** Walls notice its silence one after another, and the one that was started in between is none of them. */
const endOnceInMs = 5_000

interface GraphicsWatch {
  readonly app: App
  readonly journal: Journal
  /** It is gone, and Chromium starts another by itself. */
  readonly onGone: () => void
  /** It crashes over and over. */
  readonly onBroken: () => void
}

export interface Graphics {
  /** Ends it, unless another wall has just done so. */
  end(): void
}

export function watchGraphics({ app, journal, onGone, onBroken }: GraphicsWatch): Graphics {
  const crashes = createGraphicsCrashes(() => performance.now())
  let endedAt = Number.NEGATIVE_INFINITY
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type !== 'GPU' || reason === 'clean-exit') return
    onGone()
    if (crashes.gone()) onBroken()
  })
  return {
    end() {
      if (performance.now() - endedAt < endOnceInMs) return
      const graphics = findProcess(app, ({ type }) => type === 'GPU')
      if (!endProcess(graphics, journal)) return
      endedAt = performance.now()
      crashes.ending()
    },
  }
}

// Brings the wall back when its page breaks, whichever way it does: it crashes, hangs, never loads, or breaks again
// at once. Whether it is well is told by its heartbeat alone: a page can be white without any error.

export interface RecoveryActions {
  /** Loads the wall's page. */
  load(): void
  /** Ends the page's process, hung as it may be; `gone` follows. */
  kill(): void
  /** Shows that the wall recovers, with nothing on it that could break. */
  showRecovering(): void
  report(message: string, detail?: Readonly<Record<string, unknown>>): void
}

/** Runs `action` after `ms`; the answer cancels it. */
export type After = (ms: number, action: () => void) => () => void

/** From loading to the first heartbeat. */
const loadWithinMs = 30_000
/** Seven heartbeats missed: no celebration and no slow disk holds a page up that long. */
const silentAtMostMs = 15_000
/** A page loaded again in the moment of its crash was left dead two times in three; a quarter second later, never. */
const settleMs = 250
/** A process that was ended has always reported that by then; if not, the page is loaded all the same. */
const goneWithinMs = 5_000
/** Only a page that has been well this long has recovered: one that loads and breaks is still broken. */
const healthyAfterMs = 60_000
const triesInARow = 3
const restsMs = [60_000, 120_000, 300_000] as const

export interface Recovery {
  start(): void
  heartbeat(): void
  /** The page's process has ended. */
  gone(reason: string): void
  /** The machine was asleep: the silence was not the page's. */
  woke(): void
  stop(): void
}

export function createRecovery(actions: RecoveryActions, after: After): Recovery {
  let state: 'loading' | 'alive' | 'dying' | 'resting' | 'stopped' = 'stopped'
  let tries = 0
  let rests = 0
  let cancelNext: () => void = () => undefined
  let cancelHealthy: () => void = () => undefined

  const next = (ms: number, action: () => void) => {
    cancelNext()
    cancelNext = after(ms, action)
  }

  const load = () => {
    state = 'loading'
    next(loadWithinMs, () => end('no heartbeat after loading'))
    actions.load()
  }

  const end = (why: string) => {
    actions.report(why)
    state = 'dying'
    cancelHealthy()
    next(goneWithinMs, recover)
    actions.kill()
  }

  const recover = () => {
    tries += 1
    if (tries <= triesInARow) return load()
    const restMs = restsMs[Math.min(rests, restsMs.length - 1)] ?? 0
    rests += 1
    state = 'resting'
    actions.report('the page keeps breaking', { nextTryInMs: restMs })
    actions.showRecovering()
    next(restMs, load)
  }

  const listen = () => next(silentAtMostMs, () => end('no heartbeat'))

  return {
    start: load,
    heartbeat() {
      if (state === 'loading') {
        state = 'alive'
        cancelHealthy = after(healthyAfterMs, () => {
          tries = 0
          rests = 0
        })
      }
      if (state === 'alive') listen()
    },
    gone(reason) {
      if (state === 'stopped' || state === 'resting') return
      actions.report('the page is gone', { reason })
      state = 'dying'
      cancelHealthy()
      next(settleMs, recover)
    },
    woke() {
      if (state === 'alive') listen()
    },
    stop() {
      state = 'stopped'
      cancelNext()
      cancelHealthy()
    },
  }
}

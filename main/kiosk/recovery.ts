// Recovers the wall when its page crashes, hangs, shows nothing, does not load, or keeps breaking. Only what the page's
// heartbeats say counts as healthy: a page can be blank without any error.
import type { Heartbeat } from '../../shared/wire/kiosk.ts'
import { createHeartbeatJudge } from './judge-heartbeats.ts'

export interface RecoveryActions {
  /** Loads the wall's page. */
  load(): void
  /** Ends the page's process, even one that is stopped; then `gone` is called. */
  kill(): void
  /** Ends the graphics process; Chromium starts another by itself. */
  killGraphics(): void
  /** Shows the page without scripts that says that the wall is recovering, with the last picture of it. */
  showRecovering(): void
  report(message: string, detail?: Readonly<Record<string, unknown>>): void
  /** A page is loaded in the place of one that failed, to be counted. */
  mended(what: 'page' | 'rotation'): void
}

/** Runs `action` after `ms`; the returned function cancels it. */
export type After = (ms: number, action: () => void) => () => void

/** From loading to the first heartbeat of a page that shows something. */
const loadWithinMs = 30_000
/** Seven missed heartbeats: no animation and no slow disk blocks a page that long. */
const silentAtMostMs = 15_000
/** Measured: a page that was loaded right after its crash stayed dead two times in three; after a quarter second, never. */
const settleMs = 250
/** How long to wait for `gone` after `kill`; then the page is loaded anyway. */
const goneWithinMs = 5_000
/** A page has recovered once it has been healthy this long; until then another failure counts as one in a row. */
const healthyAfterMs = 60_000
const triesInARow = 3
const restsMs = [60_000, 120_000, 300_000] as const

export interface Recovery {
  start(): void
  heartbeat(beat: Heartbeat): void
  /** Whether the page says that it shows something, so that a picture of one colour is wrong. */
  expectsPicture(): boolean
  /** The picture is of one colour, which may be the fault of the page or of the graphics process. */
  oneColour(): void
  /** Something else than the wall is loaded in its place. */
  astray(url: string): void
  /** The network process was ended: what was loading then never comes. */
  networkEnded(): void
  /** The page's process has ended. */
  gone(reason: string): void
  /** Ends a page that is well, and loads it anew in a process of its own. False where it is not well. */
  recycle(): boolean
  /** The machine was asleep, which explains the missed heartbeats. */
  woke(): void
  stop(): void
}

export function createRecovery(actions: RecoveryActions, after: After): Recovery {
  let state: 'loading' | 'alive' | 'dying' | 'recycling' | 'resting' | 'stopped' = 'stopped'
  let tries = 0
  let rests = 0
  let cancelNext: () => void = () => undefined
  let cancelHealthy: (() => void) | null = null
  let shows: Heartbeat['shows'] = 'nothing'
  let failed: 'page' | 'rotation' = 'page'
  const judge = createHeartbeatJudge()

  const next = (ms: number, action: () => void) => {
    cancelNext()
    cancelNext = after(ms, action)
  }

  const unhealthy = () => {
    cancelHealthy?.()
    cancelHealthy = null
  }

  const healthy = () => {
    cancelHealthy ??= after(healthyAfterMs, () => {
      tries = 0
      rests = 0
    })
  }

  const load = () => {
    state = 'loading'
    judge.restart()
    next(loadWithinMs, () => end('no heartbeat after loading'))
    actions.load()
  }

  const end = (why: string) => {
    actions.report(why)
    state = 'dying'
    unhealthy()
    next(goneWithinMs, recover)
    actions.kill()
  }

  const recover = () => {
    tries += 1
    actions.mended(failed)
    failed = 'page'
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
    heartbeat(beat) {
      shows = beat.shows
      if (state === 'loading' && shows !== 'nothing') state = 'alive'
      if (state !== 'alive') return
      listen()
      const verdict = judge.judge(beat)
      if (verdict.kind === 'well') return healthy()
      unhealthy()
      if (verdict.kind === 'end page') {
        failed = verdict.of
        return end(verdict.why)
      }
      if (verdict.kind === 'unsure') return
      actions.report(verdict.why)
      actions.killGraphics()
    },
    expectsPicture: () => state === 'alive' && (shows === 'picture' || shows === 'board'),
    oneColour() {
      if (state !== 'alive') return
      actions.killGraphics()
      end('the picture is of one colour')
    },
    astray(url) {
      if (state === 'loading' || state === 'alive') end(`the page left for ${url}`)
    },
    networkEnded() {
      if (state === 'loading') next(settleMs, load)
    },
    gone(reason) {
      if (state === 'stopped' || state === 'resting') return
      if (state === 'recycling') return next(settleMs, load)
      actions.report('the page is gone', { reason })
      state = 'dying'
      unhealthy()
      next(settleMs, recover)
    },
    recycle() {
      if (state !== 'alive') return false
      state = 'recycling'
      unhealthy()
      next(goneWithinMs, load)
      actions.kill()
      return true
    },
    woke() {
      if (state === 'alive') listen()
    },
    stop() {
      state = 'stopped'
      cancelNext()
      unhealthy()
    },
  }
}

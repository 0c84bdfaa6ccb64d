// Switches the display off while the page says that this TV sleeps, and on again before it wakes. It is never left off by a
// page that says nothing, nor by a kiosk that starts.
import type { NightBeat } from './joined-heartbeat.ts'

/** Panels take their time to come on. */
const onBeforeMs = 60_000
/** A page that has ended or hangs sends no heartbeat. Its recovery is to be seen. */
const silentAtMostMs = 20_000
/** A key, or the TV itself, may have switched it on. */
const offAgainMs = 300_000

export interface DisplayPower {
  heartbeat(beat: NightBeat): void
  /** The kiosk leaves, or somebody stands before it. */
  on(): void
}

export interface DisplayPowerParts {
  readonly turn: (to: 'on' | 'off') => void
  /** Whether somebody stands before the TV and has the service menu open. */
  readonly isServiced: () => boolean
  /** Ms on a clock that is never set. */
  readonly running: () => number
  /** Runs `action` after `ms`; the returned function cancels it. */
  readonly after: (ms: number, action: () => void) => () => void
}

/** Switches the display on at once: a kiosk that slept may have crashed. */
export function createDisplayPower({ turn, isServiced, running, after }: DisplayPowerParts): DisplayPower {
  let state: 'on' | 'off' = 'on'
  let offAt = 0
  let cancelSilence: () => void = () => undefined

  const on = () => {
    cancelSilence()
    if (state === 'off') turn('on')
    state = 'on'
  }
  const off = () => {
    if (state === 'off' && running() - offAt < offAgainMs) return
    state = 'off'
    offAt = running()
    turn('off')
  }

  turn('on')
  return {
    heartbeat({ shows, wakesInMs }) {
      cancelSilence()
      const isNight = shows === 'black' && (wakesInMs === undefined || wakesInMs > onBeforeMs)
      if (!isNight || isServiced()) return on()
      off()
      cancelSilence = after(silentAtMostMs, on)
    },
    on,
  }
}

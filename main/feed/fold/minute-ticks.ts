// Calls once per minute of the clock, within a second of its start: windows roll at local midnight, and every zone's
// midnight is the start of a minute. It looks each second, so that neither a sleep nor a step of the clock delays it.
import type { Clock } from '../clock.ts'

const minuteMs = 60_000

export const startMinuteTicks = (clock: Clock, onMinute: () => void): { close(): void } => {
  let minute = Math.floor(clock.now() / minuteMs)
  const timer = setInterval(() => {
    const now = Math.floor(clock.now() / minuteMs)
    if (now === minute) return
    minute = now
    onMinute()
  }, 1000)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

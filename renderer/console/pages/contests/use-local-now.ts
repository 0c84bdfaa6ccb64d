// The floor's own clock, as contests are written by it.
import { useCallback } from 'react'
import type { LocalNow } from '../../../../shared/domain/contests/making/contest-form.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import { feedNow } from '../../api/feed-time.ts'

/** As of when the function is called. */
export const useLocalNow = (timeZone: string): (() => LocalNow) =>
  useCallback(() => {
    const zone = createZone(timeZone)
    const ms = feedNow()
    return { day: zone.dayAt(ms), minutes: Math.floor(zone.minutesAt(ms)) }
  }, [timeZone])

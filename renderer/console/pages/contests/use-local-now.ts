// The floor's own clock, as contests are written by it.
import { useCallback } from 'react'
import type { LocalNow } from '../../../../shared/domain/contests/making/contest-form.ts'
import { feedNow } from '../../api/feed-time.ts'
import { zoneOf } from '../zones.ts'

/** As of when the function is called. */
export const useLocalNow = (timeZone: string): (() => LocalNow) =>
  useCallback(() => {
    const zone = zoneOf(timeZone)
    const ms = feedNow()
    return { day: zone.dayAt(ms), minutes: Math.floor(zone.minutesAt(ms)) }
  }, [timeZone])

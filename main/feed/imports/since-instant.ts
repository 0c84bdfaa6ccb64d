import { parseDay } from '../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../shared/domain/time/zone.ts'

/** Epoch ms of an instant, or of the midnight with which a plain date begins in a zone. */
export const sinceInstant = (since: string, zone: Zone): number =>
  /^\d{4}-\d\d-\d\d$/.test(since) ? zone.startOf(parseDay(since)) : Date.parse(since)

// Which dates a fact can have: an epoch of 0 and a year with a slip in it are dates of the calendar too.

import type { Fact } from '../../../wire/fact.ts'
import { dayMs, formatDay } from '../../time/calendar-date.ts'
import type { NoteFault } from './check.ts'

/** Before the systems that facts come from; zeros of their clocks lie before it. */
export const firstPlausibleYear = 1990

/** What has happened may be dated ahead, as a deal that is won before it begins, but not by more than a year. */
const happenedAheadDays = 366

/** A deal may be expected in ten years. */
const expectedAheadDays = 3653

/** The last day of the facts' own calendar (2199-12-31), since the date of a later one has five digits. */
const lastDay = Date.UTC(2199, 11, 31) / dayMs

const happened = ['createdAt', 'stageEnteredAt', 'closedAt', 'lastActivityAt'] as const

const earliest = String(firstPlausibleYear)

/** Compared as texts, by their dates alone: a day more or less, as an offset makes it, decides nothing. */
const sideOf = (when: string, latest: string): 'past' | 'future' | null => {
  if (when < earliest) return 'past'
  return when.slice(0, 10) > latest ? 'future' : null
}

/** `receivedAt` (epoch ms) of the fact, and not today, decides what lies too far ahead: it stays the same as time passes. */
export const createDateCheck = (): ((fact: Fact, receivedAt: number, note: NoteFault) => void) => {
  let receivedOn = Number.NaN
  let [latestHappened, latestExpected] = ['', '']

  return (fact, receivedAt, note) => {
    const day = Math.floor(receivedAt / dayMs)
    if (day !== receivedOn) {
      receivedOn = day
      latestHappened = formatDay(Math.min(day + happenedAheadDays, lastDay))
      latestExpected = formatDay(Math.min(day + expectedAheadDays, lastDay))
    }
    const check = (field: string, when: string | null | undefined, latest: string): void => {
      const side = when == null ? null : sideOf(when, latest)
      if (side !== null) note({ code: 'implausible-date', field, value: side })
    }
    if (fact.type === 'activity') {
      check('at', fact.at, latestHappened)
      return
    }
    for (const field of happened) check(field, fact[field], latestHappened)
    check('expectedCloseOn', fact.expectedCloseOn, latestExpected)
  }
}

// What the engine keeps of each metric and subject: how much counted on which day, and the instants at which it counted.
import type { SubjectIndex } from '../people/roster.ts'
import type { DayRange } from '../time/calendar-date.ts'
import {
  addMoment,
  createMoments,
  type Moments,
  packMoments,
  removeMoment,
  unpackMoments,
} from './moments.ts'
import { addTo, createSeries, packSeries, type Series, sumInto, type Tally, unpackSeries } from './series.ts'

/** A part of what is counted: a subject's days. */
export interface Cell {
  readonly subject: SubjectIndex
  readonly days: DayRange
}

type Packed = readonly { readonly key: number; readonly packed: Float64Array }[]

/** Plain data and typed arrays, for a structured clone. A key is metric × number of subjects + subject. */
export interface PackedCounters {
  readonly series: Packed
  readonly moments: Packed
}

export interface Counters {
  /** `weight` in millionths of a fact, `amount` an integer in the unit of the metric's measure; negative takes back. */
  add(metric: number, subject: SubjectIndex, day: number, weight: number, amount: number): void
  /** Notes that something counted at an instant (epoch ms); `sign` −1 takes the note back. */
  mark(metric: number, subject: SubjectIndex, ms: number, sign: 1 | -1): void
  sumInto(metric: number, cells: readonly Cell[], tally: Tally): void
  /** Null where nothing of the metric ever counted for the subject. */
  momentsOf(metric: number, subject: SubjectIndex): Moments | null
  pack(): PackedCounters
}

/** `metricCount` includes the metrics that a funnel counts. */
export const createCounters = (
  metricCount: number,
  subjectCount: number,
  from: PackedCounters | null,
): Counters => {
  const series: (Series | undefined)[] = new Array(metricCount * subjectCount)
  const moments: (Moments | undefined)[] = new Array(metricCount * subjectCount)
  for (const { key, packed } of from?.series ?? []) series[key] = unpackSeries(packed)
  for (const { key, packed } of from?.moments ?? []) moments[key] = unpackMoments(packed)

  return {
    add: (metric, subject, day, weight, amount) => {
      const key = metric * subjectCount + subject
      let own = series[key]
      if (!own) {
        own = createSeries()
        series[key] = own
      }
      addTo(own, day, weight, amount)
    },
    mark: (metric, subject, ms, sign) => {
      const key = metric * subjectCount + subject
      let own = moments[key]
      if (!own) {
        own = createMoments()
        moments[key] = own
      }
      if (sign > 0) addMoment(own, ms)
      else removeMoment(own, ms)
    },
    sumInto: (metric, cells, tally) => {
      for (const { subject, days } of cells) {
        const own = series[metric * subjectCount + subject]
        if (own) sumInto(own, days, tally)
      }
    },
    momentsOf: (metric, subject) => moments[metric * subjectCount + subject] ?? null,
    pack: () => ({
      series: series.flatMap((own, key) => (own ? { key, packed: packSeries(own) } : [])),
      moments: moments.flatMap((own, key) => (own ? { key, packed: packMoments(own) } : [])),
    }),
  }
}

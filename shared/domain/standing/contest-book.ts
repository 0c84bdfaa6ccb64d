// How contests stand, as boards ask for it.
import type { ContestStandings } from '../../wire/contests/standings.ts'
import type { Unit } from '../../wire/view-parts.ts'
import type { Cell } from '../counting/counters.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import type { DayRange } from '../time/calendar-date.ts'

/** What counts in a contest for one who takes part, before anything is divided among heads or held against a usual. */
export interface ContestFacts {
  readonly name: string
  readonly unit: Unit
  /** By how many the total is divided to come to a score. */
  readonly heads: number
  readonly days: DayRange
  /** Epoch ms; null of whole days, which are everybody's own. */
  readonly between: { readonly from: number; readonly until: number } | null
  /** Of what does not add up: the metric, and what it is asked for. */
  readonly rate: { readonly plan: MetricPlan; readonly cells: readonly Cell[] } | null
  /** Null of a rate without facts. */
  total(): number | null
  /** What a fact that stands adds to a total; 0 of a rate. */
  adds(stored: StoredFact): number
  /** The date by which it counts, as its source wrote it. */
  when(stored: StoredFact): string | null
}

export interface ContestBook {
  /**
   * At an instant (epoch ms): of a contest that repeats, the one that runs or closes, else the next, else the last. Null for
   * one that the floor does not have.
   */
  standings(contest: string, ms: number): ContestStandings | null
  /** Final standings of all contests, the latest first, at most `most`; `isWanted` left out, any. */
  ended(
    ms: number,
    most: number,
    isWanted?: (standings: ContestStandings) => boolean,
  ): readonly ContestStandings[]
  /** Of those who take part in what `standings` says at that instant, by id; null for an id of nobody's. */
  facts(contest: string, ms: number): (entrant: string) => ContestFacts | null
}

export const noContests: ContestBook = { standings: () => null, ended: () => [], facts: () => () => null }

// A contest that is not announced yet, counted on facts that are there: how it would have ended four weeks earlier.
import type { Contest } from '../../wire/contests/contest.ts'
import type { ContestStandings } from '../../wire/contests/standings.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { baselineOf } from '../boards/rank-key.ts'
import { occasionsUntil } from '../counting/contest-occasions.ts'
import { metricsOfContest } from '../counting/contest-steps.ts'
import { createEngine } from '../counting/engine.ts'
import { createFloorModel } from '../counting/floor-model.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { createCouldCount } from '../metric-drafts/could-count.ts'
import { withParts } from '../metric-drafts/draft-count.ts'
import { formatDay, parseDay } from '../time/calendar-date.ts'
import type { Sha256 } from './draw.ts'
import { createStandings } from './standings.ts'

/** A contest falls on the same days of the week as its own. */
const backDays = 28
/** Of a contest further away than this nothing is known. */
const mostBack = 100

const earlier = (moment: string, days: number): string =>
  `${formatDay(parseDay(moment.slice(0, 10)) - days)}${moment.slice(10)}`

/** Moved back by whole four weeks, once at least, until its end is over at an instant (epoch ms). */
export const movedBack = (contest: Contest, file: FloorFile, ms: number): Contest => {
  const model = createFloorModel({ ...file, boards: [], contests: [] })
  let moved: Contest = contest
  for (let nth = 1; nth <= mostBack; nth += 1) {
    moved = {
      ...contest,
      from: earlier(contest.from, nth * backDays),
      until: earlier(contest.until, nth * backDays),
      repeats: undefined,
      state: 'announced',
      hiddenMinutes: 0,
    }
    const [occasion] = occasionsUntil(moved, model, ms, 1)
    if (occasion !== undefined && occasion.over <= ms) return moved
  }
  return moved
}

export interface ContestTestRun {
  /** Every fact that stands, once each, in any order. */
  take(stored: StoredFact): void
  /** Once all are taken; null where the floor lacks a metric of it. */
  standings(): ContestStandings | null
}

/** `seed` draws a raffle; another one would draw others. */
export const createTestRun = (
  contest: Contest,
  file: FloorFile,
  ms: number,
  seed: string,
  sha256: Sha256,
): ContestTestRun => {
  const moved = movedBack(contest, file, ms)
  const wanted = metricsOfContest(contest).reduce<ReadonlySet<string>>(
    (all, id) => withParts(file.metrics, id, all),
    new Set(),
  )
  const model = createFloorModel({
    ...file,
    ...{ boards: [], goals: [], formulas: [], celebrations: [], exceptions: [], trials: [] },
    metrics: file.metrics.filter(({ id }) => wanted.has(id)),
    contests: [moved],
  })
  const engine = createEngine(model)
  const [occasion] = occasionsUntil(moved, model, ms, 1)
  const days = occasion?.days ?? { from: 0, to: 0 }
  const couldCount = createCouldCount(model.metrics, { from: baselineOf(days).from, to: days.to })
  return {
    take: (stored) => {
      if (couldCount(stored)) engine.apply(null, stored, stored.receivedAt)
    },
    standings: () => {
      const standings = occasion && createStandings(engine, moved, occasion)
      return (
        standings?.({
          ms: occasion?.over ?? ms,
          isEnd: true,
          seed: { seed, sealed: sha256(seed) },
          sha256,
        }) ?? null
      )
    },
  }
}

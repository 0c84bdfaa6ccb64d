// Most improved and streaks: people beside their own past, and days in a row on their own goals. Nobody is named for
// doing worse.
import type {
  ImprovedBoard,
  ImprovedRow,
  ImprovedView,
  StreakRow,
} from '../../../wire/boards/improved-board.ts'
import { basesOf } from '../../counting/metric-plan.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { createStreaks, leastStreakDays, mostStreakDays, type Streak } from '../../standing/streak.ts'
import {
  type BoardSource,
  lastChange,
  planOf,
  scopeName,
  selectionOf,
  viewMetric,
  viewWindow,
  windowOf,
} from '../board-head.ts'
import { createFaces, type Faces } from '../face.ts'
import { createImprovement, type Improved } from '../improvement.ts'
import { createListing, type Listed } from '../listing.ts'

interface Known<T> extends Listed {
  readonly found: T
}

export const createImprovedView = (numbers: Numbers, board: ImprovedBoard): BoardSource<ImprovedView> => {
  const plan = planOf(numbers, board.metric)
  const streakPlan = planOf(numbers, board.streak ?? board.metric)
  const improvementAt = createImprovement(numbers)
  const streaks = createStreaks(numbers, streakPlan)
  const window = windowOf(board.window)
  const within = selectionOf(numbers, board.scope)
  const listedIn = createListing(numbers)
  const facesOf = createFaces(numbers.model.roster)
  const sign = plan.metric.better === 'higher' ? 1 : -1

  const improvedRows = (found: readonly Known<Improved>[], faceOf: Faces): Record<string, ImprovedRow> =>
    Object.fromEntries(
      [...found]
        .sort((a, b) => sign * (b.found.change - a.found.change))
        .map(({ member, index, found: { from, to, change } }, place) => [
          member.id,
          { place, from, to, change, ...faceOf(member, index) },
        ]),
    )

  const streakRows = (found: readonly Known<Streak>[], faceOf: Faces): Record<string, StreakRow> =>
    Object.fromEntries(
      [...found]
        .sort((a, b) => b.found.days - a.found.days)
        .map(({ member, index, found: { days, today } }, place) => [
          member.id,
          { place, days, capped: days >= mostStreakDays, today, ...faceOf(member, index) },
        ]),
    )

  const compute = (ms: number): ImprovedView => {
    // Part of a history makes everybody better than their past, or worse.
    const listed = numbers.awaits([plan, streakPlan]) === 'history' ? [] : listedIn(window, within, ms)
    const compared = listed.map((each) => ({
      ...each,
      found: improvementAt(plan, window, each.member, ms),
    }))
    const improved = compared.flatMap(({ found, ...each }) =>
      typeof found === 'object' && found !== null ? [{ ...each, found }] : [],
    )
    const newcomers = compared.filter(({ found }) => found === 'new')
    const early = compared.filter(({ found }) => found === 'early').length
    const onGoal = listed.flatMap((each) => {
      const found = streaks.of(each.member, ms)
      return found === null ? [] : [{ ...each, found }]
    })
    const onStreak = onGoal.filter(({ found: { days } }) => days >= leastStreakDays)
    const shown = [...improved, ...newcomers, ...onStreak]
    const faceOf = facesOf(
      shown.map(({ member }) => member),
      ms,
    )
    return {
      id: board.id,
      kind: 'improved',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      changedAt: lastChange(numbers, [plan, streakPlan]),
      awaits: numbers.awaits([plan, streakPlan]),
      improved: viewMetric(plan),
      relative: plan.additive,
      early: early > 0 && early + newcomers.length === compared.length,
      newcomers: newcomers.map(({ member, index }) => faceOf(member, index).short),
      rows: improvedRows(improved, faceOf),
      streaks: {
        metric: viewMetric(streakPlan),
        withGoal: onGoal.length,
        rows: streakRows(onStreak, faceOf),
      },
    }
  }

  return { bases: basesOf([plan, streakPlan]), compute }
}

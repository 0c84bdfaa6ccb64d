// A leaderboard of the values of a field, such as the products: each with what it came to, beside the team's goal that they
// add up to. Values have neither goals nor a past of their own, so that they rank by value alone.
import type {
  LeaderboardBoard,
  LeaderboardRow,
  LeaderboardView,
  TeamBar,
} from '../../../wire/boards/leaderboard-board.ts'
import type { Face, Standing } from '../../../wire/view-parts.ts'
import { basesOf, type MetricPlan } from '../../counting/metric-plan.ts'
import { orgSubject, type SubjectIndex } from '../../people/roster.ts'
import type { Numbers } from '../../standing/numbers.ts'
import type { DayRange } from '../../time/calendar-date.ts'
import {
  aheadOf,
  type BoardSource,
  beforeToday,
  isListed,
  lastChange,
  planOf,
  scopeName,
  selectionOf,
  viewMetric,
  viewWindow,
  windowOf,
} from '../board-head.ts'
import { createFaces, hueAt } from '../face.ts'
import { type FieldValue, fieldWord, isGathered, valuesByField } from '../values-by-field.ts'
import { barSegments } from './bar-segments.ts'
import { latestDeal } from './latest-deal.ts'

/** Of a row: the value behind a sign, so that no value is read as one of an object's own names. */
const keyOf = (value: string): string => `=${value}`

const withoutGoal = (value: number | null): Standing => ({
  value,
  goal: null,
  attainment: null,
  pace: null,
  state: null,
})

const fallbackOf = (rankBy: LeaderboardBoard['rankBy']): LeaderboardView['fallback'] =>
  rankBy === 'attainment' ? 'no goals' : rankBy === 'improvement' ? 'no past' : null

export const createFieldLeaderboard = (
  numbers: Numbers,
  board: LeaderboardBoard & { readonly by: string },
): BoardSource<LeaderboardView> => {
  const { model, engine } = numbers
  const { people } = model.roster
  const plan = planOf(numbers, board.metric)
  const window = windowOf(board.window)
  const within = selectionOf(numbers, board.scope)
  const scope = within.team ?? orgSubject
  const goalOf = board.goalOf === undefined ? scope : (model.roster.subjectOf(board.goalOf) ?? orgSubject)
  const pairPlan = board.pair ? planOf(numbers, board.pair.metric) : null
  const pairWindow = board.pair?.window === undefined ? window : windowOf(board.pair.window)
  const plans = pairPlan ? [plan, pairPlan] : [plan]
  const facesOf = createFaces(model.roster)

  const valuesIn = (of: SubjectIndex, days: DayRange): readonly FieldValue[] =>
    valuesByField(numbers, { plan, field: board.by, days, of }) ?? []

  /** A value keeps its colour: it goes by the order in which values first came. */
  const facesOfValues = (): ((row: FieldValue) => Face) => {
    const hues = new Map((engine.valuesOf(board.by) ?? []).map((value, index) => [value, hueAt(index)]))
    return ({ id, name }) => ({ name, short: name, initials: '', hue: hues.get(id) ?? 0, photo: null })
  }

  const rowsAt = (
    ms: number,
    values: readonly FieldValue[],
    faceOf: (row: FieldValue) => Face,
  ): Record<string, LeaderboardRow> => {
    const days = numbers.daysOf(window, ms)
    const past = beforeToday(days, numbers.todayAt(ms))
    // On its first day a window has no yesterday, from which to climb or fall; after its last one nobody does.
    const before = past === days || past.from >= past.to ? [] : valuesIn(scope, past)
    const rankBefore = new Map(before.map(({ id, rank }) => [id, rank]))
    const isJudged = numbers.awaits([plan]) === null
    return Object.fromEntries(
      values.map((row, place): [string, LeaderboardRow] => {
        const rank = isJudged ? row.rank : null
        const earlier = rankBefore.get(row.id) ?? null
        return [
          keyOf(row.id),
          {
            rank,
            place,
            climbed: rank === null || earlier === null ? 0 : earlier - rank,
            improvement: null,
            ...faceOf(row),
            ...withoutGoal(row.value),
          },
        ]
      }),
    )
  }

  /** The same values on the paired metric, best first; what is gathered stays last. */
  const pairAt = (
    of: MetricPlan,
    ms: number,
    values: readonly FieldValue[],
    faceOf: (row: FieldValue) => Face,
  ): LeaderboardView['pair'] => {
    const days = numbers.daysOf(pairWindow, ms)
    const found = valuesByField(numbers, { plan: of, field: board.by, days, of: scope }) ?? []
    const places = new Map(found.map(({ id }, place) => [id, place]))
    const placeOf = ({ id }: FieldValue): number =>
      (isGathered(id) ? found.length + 1 : 0) + (places.get(id) ?? found.length)
    const cells = [{ subject: scope, days }]
    const sorted = [...values].sort((a, b) => placeOf(a) - placeOf(b))
    return {
      metric: viewMetric(of),
      window: viewWindow(numbers, pairWindow, ms),
      rows: Object.fromEntries(
        sorted.map((row, place) => [
          keyOf(row.id),
          { place, ...faceOf(row), ...withoutGoal(engine.valueWith(board.by, row.id, of.index, cells)) },
        ]),
      ),
      atGoal: 0,
      withGoal: 0,
    }
  }

  const teamAt = (ms: number, values: readonly FieldValue[], faceOf: (row: FieldValue) => Face): TeamBar => {
    const standing = numbers.standingOf(plan, window, goalOf, ms, within)
    const brought = goalOf === scope ? values : valuesIn(goalOf, numbers.daysOf(window, ms))
    const parts = brought.map((row) => ({
      id: keyOf(row.id),
      hue: isGathered(row.id) ? -1 : faceOf(row).hue,
      value: row.value ?? 0,
    }))
    return {
      name: board.goalOf === undefined ? scopeName(numbers, board.scope) : model.roster.nameOf(goalOf),
      ...standing,
      ahead: aheadOf(plan, standing.value, standing.pace),
      segments: barSegments(plan, parts, standing.value),
    }
  }

  return {
    bases: basesOf(plans),
    compute: (ms) => {
      const values = valuesIn(scope, numbers.daysOf(window, ms))
      const faceOf = facesOfValues()
      const members = people.filter((member) => isListed(numbers, member, window, within, ms))
      return {
        id: board.id,
        kind: 'leaderboard',
        title: board.title,
        scope: scopeName(numbers, board.scope),
        window: viewWindow(numbers, window, ms),
        metric: viewMetric(plan),
        by: {
          field: fieldWord(board.by),
          gathered: values.flatMap(({ id }) => (isGathered(id) ? [keyOf(id)] : [])),
        },
        changedAt: lastChange(numbers, plans),
        awaits: numbers.awaits(plans),
        rankBy: 'value',
        fallback: fallbackOf(board.rankBy),
        bars: board.bars,
        rows: rowsAt(ms, values, faceOf),
        pair: pairPlan && pairAt(pairPlan, ms, values, faceOf),
        team: teamAt(ms, values, faceOf),
        latest: latestDeal(numbers, plan, members, facesOf(members, ms), ms),
      }
    },
  }
}

// The team goal: one bar of what everybody added, what is left of it for each, and what it unlocks on the way.
import type { TeamGoalBoard, TeamGoalView } from '../../../wire/boards/team-goal-board.ts'
import { basesOf } from '../../counting/metric-plan.ts'
import { toMinor } from '../../counting/money.ts'
import type { Member } from '../../people/roster.ts'
import { isAtLeast } from '../../standing/attainment.ts'
import type { Numbers } from '../../standing/numbers.ts'
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
import { createListing, type Listed } from '../listing.ts'
import { scopeStanding } from '../role-standing.ts'
import { teamStanding } from '../team-standing.ts'

/** With more parts than this, each is too thin to see. */
const mostApart = 11

interface Brought extends Listed {
  readonly value: number
  readonly goal: number | null
}

/**
 * The largest apart, the rest together with what nobody listed brought. They add up to the whole, or to more, where
 * several people have the same deal in full: the bar then shows their proportions, and the rest is what it brought.
 */
const stack = (
  brought: readonly Brought[],
  whole: number | null,
  facesOf: (members: readonly Member[]) => Faces,
): Pick<TeamGoalView, 'rows' | 'others' | 'gathered'> => {
  const some = brought.filter(({ value }) => value > 0)
  const apart = some.slice(0, some.length > mostApart + 1 ? mostApart : some.length)
  const faceOf = facesOf(some.map(({ member }) => member))
  const sumOf = (all: readonly Brought[]) => all.reduce((sum, { value }) => sum + value, 0)
  const rest = Math.max((whole ?? 0) - sumOf(apart), sumOf(some.slice(apart.length)))
  const contributions = some.map(
    ({ member, index, value }, place) => [member.id, { place, value, ...faceOf(member, index) }] as const,
  )
  return {
    rows: Object.fromEntries(contributions.slice(0, apart.length)),
    ...(some.length > apart.length && { gathered: Object.fromEntries(contributions.slice(apart.length)) }),
    // Shared counts are fractions: what is left of their rounding is nobody's.
    others:
      rest > (whole ?? 0) * 1e-9 && rest > 0 ? { people: some.length - apart.length, value: rest } : null,
  }
}

export const createTeamGoalView = (numbers: Numbers, board: TeamGoalBoard): BoardSource<TeamGoalView> => {
  const { model, engine } = numbers
  const { currency } = model.file.floor
  const plan = planOf(numbers, board.metric)
  const { unit } = plan.metric
  const window = windowOf(board.window)
  const within = selectionOf(numbers, board.scope)
  const listedIn = createListing(numbers)
  const facesOf = createFaces(model.roster)
  const pairPlan = board.pair ? planOf(numbers, board.pair.metric) : null
  const pairWindow = board.pair?.window === undefined ? window : windowOf(board.pair.window)
  const thresholds = board.thresholds
    .map(({ at, unlocks }) => ({ at: unit === 'money' ? toMinor(at, currency) : at, unlocks }))
    .sort((a, b) => a.at - b.at)

  const broughtAt = (ms: number): readonly Brought[] => {
    const days = numbers.daysOf(window, ms)
    return listedIn(window, within, ms)
      .map(({ member, index }) => {
        const value = engine.value(plan.index, numbers.cellsOf(member.subject, days, within)) ?? 0
        return { member, index, value, goal: numbers.goalOf(plan, window, member.subject, ms) }
      })
      .sort((a, b) => b.value - a.value)
  }

  const pairAt = (ms: number, listed: readonly Brought[]): TeamGoalView['pair'] =>
    pairPlan && {
      metric: viewMetric(pairPlan),
      window: viewWindow(numbers, pairWindow, ms),
      ...scopeStanding(
        numbers,
        pairPlan,
        pairWindow,
        within,
        ms,
        listed.map(({ member }) => numbers.goalOf(pairPlan, pairWindow, member.subject, ms)),
      ),
    }

  const plans = pairPlan ? [plan, pairPlan] : [plan]
  const compute = (ms: number): TeamGoalView => {
    const brought = broughtAt(ms)
    const standing = teamStanding(
      numbers,
      plan,
      window,
      within,
      ms,
      brought.map(({ goal }) => goal),
    )
    const { value } = standing
    return {
      id: board.id,
      kind: 'team-goal',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      metric: viewMetric(plan),
      changedAt: lastChange(numbers, plans),
      awaits: numbers.awaits(plans),
      ...standing,
      ...stack(brought, value, (members) => facesOf(members, ms)),
      thresholds: thresholds.map(({ at, unlocks }) => ({
        at,
        unlocks,
        reached: value !== null && isAtLeast(value, at),
      })),
      pair: pairAt(ms, brought),
    }
  }

  return { bases: basesOf(plans), compute }
}

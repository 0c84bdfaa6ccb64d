// The spotlight: one person at a time, with everything that speaks for them.
import type {
  SpotlightBoard,
  SpotlightGain,
  SpotlightPlan,
  SpotlightRow,
  SpotlightView,
  SpotlightWin,
} from '../../../wire/boards/spotlight-board.ts'
import { touchedWins } from '../../counting/changes.ts'
import { basesOf, type MetricPlan } from '../../counting/metric-plan.ts'
import { bringsMoney } from '../../counting/recent-wins.ts'
import { type CompiledFormula, compileFormula } from '../../formula/formula-steps.ts'
import { type Member, roleOn, type SubjectIndex, stayOn } from '../../people/roster.ts'
import { everybody, type Numbers } from '../../standing/numbers.ts'
import { createStreaks, leastStreakDays, mostStreakDays } from '../../standing/streak.ts'
import { dayMs } from '../../time/calendar-date.ts'
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
import { plannedFor, plannedStanding, planToday, whyNothing } from '../day-plan.ts'
import { createFaces, type Faces } from '../face.ts'
import { createImprovement } from '../improvement.ts'
import { createListing } from '../listing.ts'

/** Steps of a plan that are shown beside somebody's goals. */
const mostSteps = 3

/** What a day asks in pieces on the way to the quota. */
const piecesOf = ({ steps }: CompiledFormula): readonly MetricPlan[] =>
  steps
    .slice(0, -1)
    .flatMap(({ plan }) => (plan.metric.unit === 'count' ? [plan] : []))
    .slice(0, mostSteps)

/** A win that is older is no news of anybody. */
const newsDays = 30

/** Epoch ms, of an instant: wins from then on are news. */
export const newsSince = (ms: number): number => ms - newsDays * dayMs

export const createSpotlightView = (numbers: Numbers, board: SpotlightBoard): BoardSource<SpotlightView> => {
  const { model, engine } = numbers
  const { teamAt } = model.roster
  const [today, week] = [windowOf('day'), windowOf('week')]
  const within = selectionOf(numbers, board.scope)
  const listedIn = createListing(numbers)
  const facesOf = createFaces(model.roster)
  const roles = new Map(model.file.roles.map(({ id, name }) => [id, name]))
  const shown = board.metrics.map((each) => {
    const plan = planOf(numbers, each.metric)
    const higher = plan.metric.better === 'higher'
    const text = each.window ?? plan.metric.window ?? 'quarter'
    return {
      plan,
      text,
      window: windowOf(text),
      streaks: higher ? createStreaks(numbers, plan) : null,
    }
  })
  const chains = new Map(
    model.file.formulas.flatMap((formula) => {
      const compiled = compileFormula(model, formula)
      return compiled ? [[formula.role, piecesOf(compiled)] as const] : []
    }),
  )
  const improvementAt = createImprovement(numbers)
  const plans = shown.map(({ plan }) => plan)

  /** Whoever helped has won, too. */
  const latestWins = (ms: number): ReadonlyMap<SubjectIndex, SpotlightWin> => {
    const wins = new Map<SubjectIndex, SpotlightWin>()
    const shown = engine.wonDeals.recent.all().filter(bringsMoney)
    for (const { subject, others, account, amountMinor: amount, at, wholeDay } of shown) {
      if (at > ms || at < newsSince(ms)) continue
      const win = { account, amount, at, wholeDay }
      if (!wins.has(subject)) wins.set(subject, { ...win, helped: false })
      for (const other of others)
        if (!wins.has(other.subject)) wins.set(other.subject, { ...win, helped: true })
    }
    return wins
  }

  const streaksOf = (member: Member, ms: number): SpotlightRow['streaks'] =>
    shown
      .flatMap(({ streaks }, metric) => {
        const streak = streaks?.of(member, ms)
        return streak && streak.days >= leastStreakDays
          ? [{ metric, capped: streak.days >= mostStreakDays, ...streak }]
          : []
      })
      // The same metric in two windows has one streak.
      .filter(({ metric }, at, all) => all.findIndex((other) => plans[other.metric] === plans[metric]) === at)
      .sort((a, b) => b.days - a.days)

  /** Only of metrics that add up with time: their gains are fractions and can be compared; a rate's gain is a difference. */
  const gainsOf = (member: Member, ms: number) => {
    const found = plans.map((plan) => (plan.additive ? improvementAt(plan, week, member, ms) : null))
    const gains = found.flatMap((gain, metric): SpotlightGain[] =>
      typeof gain === 'object' && gain !== null ? [{ metric, ...gain }] : [],
    )
    const [gain] = gains.sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    return { gain: gain ?? null, newcomer: found.includes('new') }
  }

  const planOn = (member: Member, ms: number): { readonly plan?: SpotlightPlan } => {
    const role = roleOn(member, numbers.todayAt(ms))
    const chain = role === null ? undefined : chains.get(role)
    if (role === null || chain === undefined || chain.length === 0) return {}
    const plan = planToday(numbers, member, role, ms)
    const steps = chain.flatMap((metric) => {
      const of = plannedFor(plan === null ? [] : [plan], metric.metric.id)
      // One thing has one number on a screen: what the board shows of the same days anyway is not told twice.
      const isShown = shown.some((each) => each.plan === metric && each.text === of)
      if (isShown) return []
      const standing = plannedStanding(numbers, plan, metric, member, { of, within: everybody, ms })
      return [{ metric: viewMetric(metric), plannedFor: of, standing }]
    })
    if (steps.length === 0) return {}
    const isPlanned = steps.some(({ standing }) => standing.goal !== null)
    return { plan: { steps, nothing: isPlanned ? null : whyNothing(numbers, plan, member, ms) } }
  }

  const teamName = (member: Member, ms: number): string | null => {
    const { team } = stayOn(member, numbers.todayAt(ms))
    return team === null ? null : (teamAt(team)?.name ?? null)
  }

  const rowOf = (
    member: Member,
    face: ReturnType<Faces>,
    place: number,
    ms: number,
    win: SpotlightWin | null,
  ) => ({
    place,
    role: roles.get(roleOn(member, numbers.todayAt(ms)) ?? '') ?? null,
    team: teamName(member, ms),
    goals: shown.map(({ plan, window }) => numbers.standingOf(plan, window, member.subject, ms, everybody)),
    ...planOn(member, ms),
    win,
    ...face,
    // Part of a history makes everybody better than their past, or worse.
    ...(numbers.awaits(plans) === null
      ? { streaks: streaksOf(member, ms), ...gainsOf(member, ms) }
      : { streaks: [], gain: null, newcomer: false }),
  })

  const compute = (ms: number): SpotlightView => {
    const wins = latestWins(ms)
    const listed = listedIn(today, within, ms)
    const faceOf = facesOf(
      listed.map(({ member }) => member),
      ms,
    )
    return {
      id: board.id,
      kind: 'spotlight',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, today, ms),
      changedAt: lastChange(numbers, plans),
      awaits: numbers.awaits(plans),
      metrics: shown.map(({ plan, window }) => ({
        metric: viewMetric(plan),
        window: viewWindow(numbers, window, ms),
      })),
      rows: Object.fromEntries(
        listed.map(({ member, index }, place) => [
          member.id,
          rowOf(member, faceOf(member, index), place, ms, wins.get(member.subject) ?? null),
        ]),
      ),
    }
  }

  return {
    bases: [...basesOf([...new Set([...plans, ...[...chains.values()].flat()])]), touchedWins],
    compute,
  }
}

// A metric, asked for by subject: the answer of the API.
import type { MetricAnswer, MetricRow } from '../../wire/query.ts'
import type { Standing } from '../../wire/view-parts.ts'
import { parseWindow, type WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { orgSubject, type SubjectIndex, unassignedSubject } from '../people/roster.ts'
import type { Numbers, Selection } from '../standing/numbers.ts'
import { createRanking } from '../standing/ranking.ts'
import { intersect } from '../time/calendar-date.ts'
import { firstDay } from '../time/fiscal-calendar.ts'
import { createFormat } from '../words/format.ts'
import { viewWindow } from './board-head.ts'
import { nameOrder } from './name-order.ts'
import { rankKey } from './rank-key.ts'

export interface MetricQuestion {
  readonly plan: MetricPlan
  /** Null: the metric's own, else this quarter. */
  readonly window: WindowSpec | null
  readonly by: 'rep' | 'team' | 'org'
  /** Epoch ms. */
  readonly at: number
  readonly within: Selection
}

interface Ranked {
  readonly subject: SubjectIndex
  /** Subjects are ranked within their group only: teams with teams of the same level. Null: not ranked. */
  readonly group: number | null
  readonly standing: Standing
}

const thisQuarter: WindowSpec = { kind: 'period', grain: 'quarter', offset: 0 }

/** The metric's own, else this quarter. */
export const ownWindow = (plan: MetricPlan): WindowSpec =>
  parseWindow(plan.metric.window ?? '') ?? thisQuarter

/** Every row and the total are of the days that the answer's window names; see `Numbers.about`. */
export const answerMetric = (floorNumbers: Numbers, question: MetricQuestion): MetricAnswer => {
  const { plan, by, at, within } = question
  const numbers = floorNumbers.about(within.team === null ? [] : [within.team])
  const { model } = numbers
  const window = question.window ?? ownWindow(plan)
  const standingOf = (subject: SubjectIndex): Standing =>
    numbers.standingOf(plan, window, subject, at, within)
  const days = numbers.daysOf(window, at)
  const isFiltered = within.team !== null || within.role !== null
  /** A goal is for the whole of a team or the org: the part of it that a filter leaves has none. */
  const partOf = (subject: SubjectIndex, value: number | null): Standing =>
    numbers.standingFor(plan, value, null, numbers.shareGone(window, subject, at), [subject])

  const people = (): Ranked[] => {
    const rows = model.roster.people.flatMap((member): Ranked[] => {
      const { subject } = member
      const cells = numbers.cellsOf(subject, days, within)
      const isHere = cells.some((cell) => {
        const worked = intersect(cell.days, member.employed)
        // Facts without a date belong to no working day.
        return worked.from < worked.to && worked.to > firstDay
      })
      const standing = standingOf(subject)
      return isHere || (cells.length > 0 && (standing.value ?? 0) !== 0)
        ? [{ subject, group: 0, standing }]
        : []
    })
    const unassigned = standingOf(unassignedSubject)
    const isShown = !isFiltered && (unassigned.value ?? 0) !== 0
    return isShown ? [...rows, { subject: unassignedSubject, group: null, standing: unassigned }] : rows
  }

  const teams = (): Ranked[] =>
    model.roster.teams
      .filter((team) => within.team === null || team.chain.includes(within.team))
      .map(({ subject, chain }) => {
        const held = { team: subject, role: within.role }
        const standing =
          within.role === null
            ? standingOf(subject)
            : partOf(subject, filteredValue(numbers, plan, window, at, held))
        return { subject, group: chain.length, standing }
      })

  const total = isFiltered ? filteredValue(numbers, plan, window, at, within) : standingOf(orgSubject).value

  const org = (): Ranked[] => {
    const standing = isFiltered ? partOf(orgSubject, total) : standingOf(orgSubject)
    return [{ subject: orgSubject, group: 0, standing }]
  }

  const ranked = { rep: people, team: teams, org }[by]()
  const format = createFormat(model.file.floor)
  const named = ranked.map(({ subject }) => ({
    id: model.roster.idOf(subject),
    name: model.roster.nameOf(subject),
  }))
  const order = nameOrder(named, model.file.floor.locale)
  const rankOf = new Map<number, number | null>()
  /** Group by group, best first; those who are not ranked stand at the end. */
  const sorted: number[] = []
  const groups = [...new Set(ranked.map(({ group }) => group))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  )
  for (const group of groups) {
    const ranking = createRanking(order)
    const members = ranked.flatMap((row, index) => (row.group === group ? [{ ...row, index }] : []))
    if (group !== null) {
      for (const { subject, standing, index } of members) {
        const reachedAt = numbers.reachedAt(plan, subject, days, within)
        ranking.set(index, rankKey('value', standing.value, null, null, plan.metric.better), reachedAt)
      }
    }
    const places = members.map(({ index }) => index).sort((a, b) => ranking.placeOf(a) - ranking.placeOf(b))
    for (const index of places) {
      rankOf.set(index, ranking.rankOf(index))
      sorted.push(index)
    }
  }

  const rows = sorted.flatMap((index): MetricRow[] => {
    const [row, who] = [ranked[index], named[index]]
    if (!row || !who) return []
    return [
      {
        subject: who.id,
        name: who.name,
        ...row.standing,
        display: format.full(row.standing.value, plan.metric.unit),
        rank: rankOf.get(index) ?? null,
      },
    ]
  })
  const { start, end, label } = viewWindow(numbers, window, at)
  const { id, name, unit, indicator, better } = plan.metric
  return {
    metric: { id, name, unit, indicator, better },
    window: { start, end, label },
    rows,
    total,
  }
}

/** What a filter leaves of the floor: a team is counted as one, a role as those who held it. */
const filteredValue = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  at: number,
  { team, role }: Selection,
): number | null => {
  if (role !== null) return numbers.roleTotal(plan, window, at, { team, role })
  const cells = [{ subject: team ?? orgSubject, days: numbers.daysOf(window, at) }]
  return numbers.engine.value(plan.index, cells)
}

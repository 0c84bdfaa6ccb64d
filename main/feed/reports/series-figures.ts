// The figures of a metric, period by period: the sums that boards show of the same windows.
import type { MetricPlan } from '../../../shared/domain/counting/metric-plan.ts'
import { orgSubject, type SubjectIndex } from '../../../shared/domain/people/roster.ts'
import { everybody, type Numbers, type Selection } from '../../../shared/domain/standing/numbers.ts'
import { intersect } from '../../../shared/domain/time/calendar-date.ts'
import type { SeriesPeriod } from './series-periods.ts'

export interface SeriesFigure {
  readonly period: SeriesPeriod
  readonly value: number | null
  readonly goal: number | null
}

export interface SubjectSeries {
  readonly subject: SubjectIndex
  readonly id: string
  readonly who: string
  readonly figures: readonly SeriesFigure[]
}

export interface SeriesQuestion {
  readonly plan: MetricPlan
  readonly by: 'rep' | 'team' | 'org'
  /** Of people and teams: those of this one. */
  readonly team: SubjectIndex | null
  readonly periods: readonly SeriesPeriod[]
  /** Epoch ms. */
  readonly at: number
}

const subjectsOf = (
  { model: { roster, file } }: Numbers,
  { by, team }: Pick<SeriesQuestion, 'by' | 'team'>,
): readonly { readonly subject: SubjectIndex; readonly who: string }[] => {
  switch (by) {
    case 'org':
      return [{ subject: orgSubject, who: file.floor.name }]
    case 'team':
      return roster.teams
        .filter(({ chain }) => team === null || chain.includes(team))
        .map(({ subject }) => ({ subject, who: roster.nameOf(subject) }))
    case 'rep':
      return roster.people.map(({ subject }) => ({ subject, who: roster.nameOf(subject) }))
  }
}

/** How many figures it would be. */
export const seriesSize = (numbers: Numbers, question: SeriesQuestion): number =>
  subjectsOf(numbers, question).length * question.periods.length

/**
 * Yields null after each subject, so that whoever asks may give way; of people only those who worked here, or have a figure, in
 * these periods.
 */
export function* seriesFigures(
  floorNumbers: Numbers,
  question: SeriesQuestion,
): Generator<SubjectSeries | null> {
  const { plan, team, periods, at } = question
  const numbers = floorNumbers.about(team === null ? [] : [team])
  const { roster } = numbers.model
  const within: Selection = team === null ? everybody : { team, role: null }
  for (const { subject, who } of subjectsOf(numbers, question)) {
    const member = roster.personAt(subject)
    let isIn = member === null
    const figures = periods.map((period): SeriesFigure => {
      const cells = numbers.cellsOf(subject, period.days, within)
      const value = numbers.engine.value(plan.index, cells)
      if (member !== null && !isIn)
        isIn =
          (cells.length > 0 && (value ?? 0) !== 0) ||
          cells.some(({ days }) => {
            const worked = intersect(days, member.employed)
            return worked.from < worked.to
          })
      return { period, value, goal: numbers.goalOf(plan, period.window, subject, at) }
    })
    yield isIn ? { subject, id: roster.idOf(subject), who, figures } : null
  }
}

// What the org's number and those of its teams, offices and chosen cards are made of.

import type { BirdsEyeHeadline, BirdsEyeRow } from '../../../wire/boards/birds-eye-board.ts'
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'
import type { DayRange } from '../../time/calendar-date.ts'
import { factsOfSubjects } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { lineFigures } from '../figures/line-figures.ts'
import { rangeBefore, trendPoints } from '../trend.ts'
import { namedSubject, type Together } from './birds-eye-subject.ts'
import { type Card, cardsOf } from './birds-eye-view.ts'

export const birdsEyeFigures = (
  tools: FigureTools,
  board: BoardOf<'birds-eye'>,
  view: ViewOf<'birds-eye'>,
): readonly Figures[] => {
  const { numbers, names, term, say, ms } = tools

  /** The sum of their goals, of what adds up; else the one that they share. */
  const goalOf = (plan: MetricPlan, window: WindowSpec, { subjects }: Together) => {
    const [first, ...others] = subjects
    if (others.length === 0 || !plan.additive) return { note: tools.goalNote(plan, first) }
    const terms = subjects.map((subject) =>
      term(
        `${names.goal}, ${numbers.model.roster.nameOf(subject)}`,
        numbers.goalOf(plan, window, subject, ms),
        plan.metric.unit,
      ),
    )
    return { working: { by: 'sum' as const, terms, isPrivate: true } }
  }

  const standing = (
    key: string,
    plan: MetricPlan,
    text: string,
    of: Together,
    figures: Pick<BirdsEyeHeadline, 'value' | 'goal' | 'attainment' | 'pace' | 'state'> &
      Partial<BirdsEyeHeadline>,
    suffix?: string,
  ): Figure[] => {
    const window = tools.window(text)
    const shown = tools.shown(window)
    return tools.standing({
      key,
      ...(suffix !== undefined && { suffix }),
      plan,
      shown,
      facts: factsOfSubjects(plan, shown, of.subjects, of.name),
      standing: figures,
      share: tools.shareGone(window, of.subjects[0]),
      goal: goalOf(plan, window, of),
      ahead: figures.ahead ?? null,
      projected: figures.projected ?? null,
    })
  }

  const lineOf = (key: string, plan: MetricPlan, days: DayRange, label: string, of: Together): Figure[] =>
    lineFigures(tools, {
      key,
      plan,
      points: trendPoints(numbers, days, ms),
      label,
      facts: (shown) => factsOfSubjects(plan, shown, of.subjects, of.name),
    })

  /** Of the window before, where it is drawn, and of its own. */
  const linesOf = ({ id, plan, window: text, of }: Card, { before }: BirdsEyeRow): Figure[] => {
    const window = tools.window(text)
    const shown = tools.shown(window)
    const past = before.length === 0 ? null : rangeBefore(numbers, window, ms)
    const earlier = say({ id: 'figures.period-before', defaultMessage: 'The period before' })
    return [
      ...(past === null ? [] : lineOf(`${id}.before`, plan, past, earlier, of)),
      ...lineOf(`${id}.line`, plan, shown.days, shown.window.label, of),
    ]
  }

  const whole = namedSubject(numbers, { team: board.scope.team })
  const headline = standing('headline', tools.planOf(board.metric), board.window, whole, view.headline)
  const cards = cardsOf(numbers, board).flatMap((card): Figures[] => {
    const row = view.rows[card.id]
    if (row === undefined) return []
    return [
      {
        id: card.id,
        name: row.name,
        figures: [
          ...standing(card.id, card.plan, card.window, card.of, row),
          ...card.inputs.flatMap((input, at) => {
            const shown = row.inputs[at]
            return shown === undefined
              ? []
              : standing(
                  `${card.id}.input ${at}`,
                  input.plan,
                  input.window,
                  card.of,
                  shown,
                  input.plan.metric.name,
                )
          }),
        ],
        line: linesOf(card, row),
      },
    ]
  })
  return [{ id: 'headline', name: view.headline.name, figures: headline }, ...cards]
}

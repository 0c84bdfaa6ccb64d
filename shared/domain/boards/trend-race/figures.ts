// What the numbers at the ends of the lines are made of, each of their points, and the goal's own.

import type { TrendRaceRow } from '../../../wire/boards/trend-race-board.ts'
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { everybody } from '../../standing/numbers.ts'
import { selectionOf } from '../board-head.ts'
import { byPlace } from '../figures/by-place.ts'
import { factsOfSubject, type ShownDays } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { lineFigures } from '../figures/line-figures.ts'
import { aheadOf, placeFigure, placeSays } from '../figures/place-figure.ts'
import { rankKey } from '../rank-key.ts'
import { racePoints } from './race-points.ts'

export const trendRaceFigures = (
  tools: FigureTools,
  board: BoardOf<'trend-race'>,
  view: ViewOf<'trend-race'>,
): readonly Figures[] => {
  const { numbers, names, figure, term, termOf, say, ms } = tools
  const plan = tools.planOf(board.metric)
  const window = tools.window(board.window)
  const shown = tools.shown(window)
  const within = board.of === 'people' ? selectionOf(numbers, board.scope) : everybody
  const { unit, better } = plan.metric
  const { label } = shown.window
  const rows = byPlace(view.rows)

  const keyOf = ({ value, goal }: TrendRaceRow): number =>
    rankKey(view.show === 'attainment' ? 'attainment' : 'value', value, goal, null, better)

  const ranked = rows.flatMap(([id, row]) =>
    row.rank === null ? [] : [{ key: keyOf(row), term: term(row.name, row.value, unit, `${id}.value`) }],
  )

  const points = racePoints(shown.days, numbers.todayAt(ms))
  /** What each came to by the end of each day. */
  const totals = new Map(
    rows.map(([id]) => {
      const facts = (days: ShownDays) => factsOfSubject(numbers, plan, days, tools.subjectOf(id), within)
      return [id, lineFigures(tools, { key: `${id}.line`, plan, points, label, facts })]
    }),
  )
  const valueKey = (value: number | null): number => rankKey('value', value, null, null, better)
  const rankedOn = points.map((_, at) =>
    [...totals.values()].flatMap((line) => {
      const total = line[at]
      return total === undefined || total.value === null
        ? []
        : [{ key: valueKey(total.value), term: termOf(total) }]
    }),
  )

  /** Where the line is drawn of something else than what they came to. */
  const drawnOf = (id: string, row: TrendRaceRow, total: Figure, at: number): Figure[] => {
    const value = row.points[at] ?? null
    if (value === null || view.show === 'total') return []
    const more = { unit: 'count' as const, value, window: label }
    if (view.show === 'rank')
      return [
        figure({
          ...{ ...more, id: `${id}.rank ${at}`, name: `${names.rank}, ${total.name}` },
          working: {
            by: 'place',
            // As many as there are racers, for each of them on each day: of the one that is asked for alone.
            get terms() {
              return aheadOf(rankedOn[at] ?? [], valueKey(total.value))
            },
            says: placeSays(tools, value - 1),
          },
        }),
      ]
    const aim = figure({ id: `${id}.goal`, name: names.goal, unit, value: row.goal })
    return [
      figure({
        ...{ ...more, unit: 'percent', as: 'attainment' },
        id: `${id}.share ${at}`,
        name: `${names.ofGoal}, ${total.name}`,
        working: tools.ofGoal(total, aim, better),
      }),
    ]
  }

  const rowOf = (id: string, row: TrendRaceRow): Figures => {
    const subject = tools.subjectOf(id)
    const line = (totals.get(id) ?? []).flatMap((total, at) => [total, ...drawnOf(id, row, total, at)])
    return {
      id,
      name: row.name,
      line,
      figures: [
        ...tools.standing({
          key: id,
          plan,
          shown,
          facts: factsOfSubject(numbers, plan, shown, subject, within),
          standing: row,
          share: tools.shareGone(window, subject),
          goal: { note: tools.goalNote(plan, subject) },
        }),
        ...(row.rank === null ? [] : [placeFigure(tools, id, row.rank, aheadOf(ranked, keyOf(row)))]),
      ],
    }
  }

  const goalOf = (): Figures[] => {
    const { goal } = view
    if (goal === null) return []
    const isAmount = goal.amount !== null
    const whole = figure({
      id: 'goal',
      name: names.goal,
      unit: isAmount ? unit : 'percent',
      value: goal.amount ?? 1,
      window: label,
      note: isAmount
        ? say({
            id: 'figures.note.shared-goal',
            defaultMessage: 'The goal that more than half of those who have one share.',
          })
        : say({ id: 'figures.note.own-goal', defaultMessage: 'All of their own goal, for each.' }),
    })
    const share = numbers.model.workingTime.shareGone(shown.days, numbers.zoneAt(ms), ms)
    const pace: Figure = figure({
      id: 'pace',
      name: names.pace,
      unit: whole.unit,
      value: goal.pace,
      window: label,
      working:
        plan.additive && better === 'higher'
          ? { by: 'product', terms: [termOf(whole), term(names.timeOver, share, 'percent')] }
          : { by: 'same', terms: [termOf(whole)] },
    })
    return [
      {
        id: 'line',
        name: say({ id: 'figures.goal-line', defaultMessage: 'The goal’s line' }),
        figures: [whole, pace],
      },
    ]
  }
  return [...rows.map(([id, row]) => rowOf(id, row)), ...goalOf()]
}

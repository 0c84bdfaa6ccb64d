// What is left lying, team by team: the facts of each count, and the sums of them.

import type { HygieneCell } from '../../../wire/boards/hygiene-board.ts'
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { orgSubject, type SubjectIndex } from '../../people/roster.ts'
import type { Selection } from '../../standing/numbers.ts'
import { amountIn } from '../amount-in.ts'
import { selectionOf } from '../board-head.ts'
import { byPlace } from '../figures/by-place.ts'
import { factsOfScope, factsOfSubject } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { daysBefore } from '../window-before.ts'
import { type Asked, askedOf, crossedDays, noDays } from './hygiene-view.ts'

export const hygieneFigures = (
  tools: FigureTools,
  board: BoardOf<'hygiene'>,
  view: ViewOf<'hygiene'>,
): readonly Figures[] => {
  const { numbers, names, figure, term, termOf, say, ms } = tools
  const { calendar } = numbers.model
  const within = selectionOf(numbers, board.scope)
  const asked = askedOf(numbers, board)
  const newSince = say({
    id: 'figures.new-since-week',
    defaultMessage: 'Not there yet when last week ended',
  })
  const before = say({ id: 'figures.by-then', defaultMessage: 'The period before, up to the same day' })

  const changeOf = (
    key: string,
    { plan, window, compared }: Asked,
    value: Figure,
    change: number,
    of: Selection,
  ) => {
    const { unit } = plan.metric
    if (compared === 'new') {
      const shown = tools.called(crossedDays(numbers, window, ms), newSince)
      return [
        figure({
          id: `${key}.change`,
          name: newSince,
          unit,
          value: change,
          facts: factsOfScope(numbers, { kind: 'metric', plan }, shown, of, view.scope),
        }),
      ]
    }
    const days = daysBefore(calendar, window, numbers.todayAt(ms)) ?? noDays
    const shown = tools.called(days, before)
    const earlier = figure({
      id: `${key}.before`,
      name: before,
      unit,
      value: amountIn(numbers, plan.index, of, days),
      facts: factsOfScope(numbers, { kind: 'metric', plan }, shown, of, view.scope),
    })
    const working = { by: 'difference', terms: [termOf(value), termOf(earlier)] } as const
    return [
      earlier,
      figure({ id: `${key}.change`, name: names.change, unit, value: change, as: 'delta', working }),
    ]
  }

  const cellOf = (key: string, at: number, team: SubjectIndex | null, cell: HygieneCell): Figure[] => {
    const each = asked[at]
    if (each === undefined) return []
    const { plan, window } = each
    const shown = tools.shown(window)
    const of: Selection = { team, role: within.role }
    const figures = tools.standing({
      key,
      plan,
      shown,
      facts: factsOfScope(numbers, { kind: 'metric', plan }, shown, of, view.scope),
      standing: cell,
      share: 1,
      goal: { note: tools.goalNote(plan, team ?? orgSubject) },
    })
    const [value] = figures
    return value === undefined || cell.change === null
      ? figures
      : [...figures, ...changeOf(key, each, value, cell.change, of)]
  }

  const sumOf = (id: string, name: string, value: number | null, terms: readonly Figure[]): Figure =>
    figure({ id, name, unit: 'count', value, working: { by: 'sum', terms: terms.map(termOf) } })

  const rowOf = (id: string, row: ViewOf<'hygiene'>['rows'][string]): Figures => {
    const team = tools.subjectOf(id)
    const cells = row.cells.map((cell, at) => cellOf(`${id}.${at}`, at, team, cell))
    const people = row.people.flatMap((person) => {
      const parts = asked.map(({ plan, window }, at) => {
        const shown = tools.shown(window)
        const own: Selection = { team, role: within.role }
        const facts = factsOfSubject(numbers, plan, shown, tools.subjectOf(person.id), own)
        return figure({
          id: `${id}.${person.id}.${at}`,
          name: `${person.short}, ${plan.metric.name}`,
          unit: plan.metric.unit,
          value: numbers.engine.value(plan.index, facts.cells),
          window: shown.window.label,
          facts,
        })
      })
      return [...parts, sumOf(`${id}.${person.id}`, person.short, person.count, parts)]
    })
    const more =
      row.morePeople === 0
        ? []
        : [
            figure({
              id: `${id}.more-people`,
              name: say({ id: 'figures.more-people', defaultMessage: 'People besides' }),
              unit: 'count',
              value: row.morePeople,
              note: tools.notes.onList,
            }),
          ]
    const values = cells.flatMap(([value]) => value ?? [])
    return {
      id,
      name: row.name,
      figures: [...cells.flat(), sumOf(`${id}.total`, names.together, row.total, values), ...people, ...more],
    }
  }

  const rows = byPlace(view.rows)
  /** Of teams that are named, the sums of their cells; else of the scope. */
  const totals = view.columns.map((column, at): Figure[] => {
    if (!board.teams) return cellOf(`total.${at}`, at, within.team, column.total)
    const terms = (end: 'value' | 'change') =>
      rows.map(([id, row]) =>
        term(row.name, row.cells[at]?.[end] ?? null, column.metric.unit, `${id}.${at}.${end}`),
      )
    const { unit, name } = column.metric
    const figures = [
      figure({
        id: `total.${at}.value`,
        name,
        unit,
        value: column.total.value,
        working: { by: 'sum', terms: terms('value') },
      }),
    ]
    return column.total.change === null
      ? figures
      : [
          ...figures,
          figure({
            id: `total.${at}.change`,
            name: names.change,
            unit,
            value: column.total.change,
            as: 'delta',
            working: { by: 'sum', terms: terms('change') },
          }),
        ]
  })
  const all = sumOf(
    'total',
    names.together,
    view.total,
    totals.flatMap(([value]) => value ?? []),
  )
  return [
    { id: 'total', name: names.together, figures: [...totals.flat(), all] },
    ...rows.map(([id, row]) => rowOf(id, row)),
  ]
}

// What the numbers at both ends of each rope are made of.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { everybody } from '../../standing/numbers.ts'
import { factsOfSubject } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'

type Row = ViewOf<'head-to-head'>['rows'][string]

export const headToHeadFigures = (
  tools: FigureTools,
  board: BoardOf<'head-to-head'>,
  view: ViewOf<'head-to-head'>,
): readonly Figures[] => {
  const { numbers, names, notes, figure, term, termOf, say, ms } = tools
  const sides = [
    { end: 'left', id: board.sides[0], side: view.left },
    { end: 'right', id: board.sides[1], side: view.right },
  ] as const

  const endOf = (key: string, row: Row, at: number, { end, id, side }: (typeof sides)[number]): Figure[] => {
    const each = board.metrics[at]
    if (each === undefined) return []
    const plan = tools.planOf(each.metric)
    const window = tools.window(each.window ?? board.window)
    const shown = tools.shown(window)
    const subject = tools.subjectOf(id)
    const facts = factsOfSubject(numbers, plan, shown, subject, everybody)
    const share = tools.shareGone(window, subject)
    const common = {
      key: `${key}.${end}`,
      name: side.name,
      suffix: side.name,
      plan,
      shown,
      standing: row[end],
      share,
    }
    const goal = { note: tools.goalNote(plan, subject) }
    if (!row.perPerson) return tools.standing({ ...common, facts, goal })
    const whole = numbers.standingOf(plan, window, subject, ms, everybody)
    const all = figure({
      id: `${key}.${end}.all`,
      name: say({ id: 'figures.all-of', defaultMessage: 'All of {name}' }, { name: side.name }),
      unit: plan.metric.unit,
      value: whole.value,
      window: shown.window.label,
      facts,
    })
    const people = term(names.people, side.people, 'count')
    return [
      all,
      ...tools.standing({
        ...common,
        facts: null,
        working: { by: 'quotient', terms: [termOf(all), people] },
        goal: {
          working: { by: 'quotient', terms: [term(names.goal, whole.goal, plan.metric.unit), people] },
        },
      }),
    ]
  }

  const ropes = Object.entries(view.rows).map(([key, row]): Figures => {
    const ends = sides.map((side) => endOf(key, row, row.place, side))
    const values = ends.flatMap((figures) => figures.filter(({ id }) => id.endsWith('.value')).map(termOf))
    const isHigher = row.metric.better === 'higher'
    const share = figure({
      id: `${key}.share`,
      name: say({ id: 'figures.pull', defaultMessage: 'Pull of {name}' }, { name: view.left.name }),
      unit: 'percent',
      value: row.share,
      working: {
        by: 'pull',
        terms: isHigher ? values : values.toReversed(),
        says: say({
          id: 'figures.says.pull',
          defaultMessage: 'Their share of both values; where less is better, the other’s share.',
        }),
      },
    })
    return {
      id: key,
      name: `${row.metric.name}, ${row.window.label}`,
      figures: [...ends.flat(), ...(row.share === null ? [] : [share])],
    }
  })

  const wonBy = sides.map(({ end, side }) =>
    tools.howMany(
      `${end}.won`,
      say({ id: 'figures.ropes', defaultMessage: 'Ahead, {name}' }, { name: side.name }),
      side.won,
      Object.values(view.rows)
        .filter(({ leads }) => leads === end)
        .map(({ metric, window, [end]: { value } }) =>
          term(`${metric.name}, ${window.label}`, value, metric.unit),
        ),
    ),
  )
  const people = sides.flatMap(({ end, side }) =>
    side.people === null
      ? []
      : [
          figure({
            id: `${end}.people`,
            name: `${names.people}, ${side.name}`,
            unit: 'count',
            value: side.people,
            note: notes.onList,
          }),
        ],
  )
  return [{ id: 'sides', name: names.together, figures: [...wonBy, ...people] }, ...ropes]
}

// What everybody's inputs are made of, and how many are at their goals.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import type { Standing } from '../../../wire/view-parts.ts'
import type { SubjectIndex } from '../../people/roster.ts'
import { wholeAmount } from '../../standing/attainment.ts'
import { selectionOf } from '../board-head.ts'
import { byPlace } from '../figures/by-place.ts'
import { factsOfSubject } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { isNotDue, isUnjudged, ownWindow, periodWindow } from './accountability-view.ts'

const judgedStates: readonly Standing['state'][] = ['reached', 'on pace', 'behind', 'well behind']

/** While a week runs, whoever is on pace does what is asked. */
const keptIn = (period: ViewOf<'accountability'>['period']): readonly Standing['state'][] =>
  period === 'this-week' ? ['reached', 'on pace'] : ['reached']

export const accountabilityFigures = (
  tools: FigureTools,
  board: BoardOf<'accountability'>,
  view: ViewOf<'accountability'>,
): readonly Figures[] => {
  const { numbers, names, say, term, ms } = tools
  const within = selectionOf(numbers, board.scope)
  const asked = board.metrics.map((id) => {
    const plan = tools.planOf(id)
    const own = ownWindow(plan)
    const window = own ?? periodWindow(board)
    return { plan, window, isScaled: board.period === 'mid-week' && own === null, shown: tools.shown(window) }
  })

  const cellOf = (id: string, subject: SubjectIndex, at: number, cell: Standing): Figure[] => {
    const of = asked[at]
    if (of === undefined) return []
    const { plan, window, shown, isScaled } = of
    const share = tools.shareGone(window, subject)
    const whole = numbers.standingOf(plan, window, subject, ms, within)
    const facts = factsOfSubject(numbers, plan, shown, subject, within)
    const note = tools.goalNote(plan, subject)
    const common = { key: `${id}.${at}`, suffix: plan.metric.name, plan, shown, facts }
    if (!isScaled || whole.pace === null || whole.pace === whole.goal)
      return tools.standing({ ...common, standing: cell, share, goal: { note } })
    const isWhole = wholeAmount(whole.pace, plan.metric.unit) <= (whole.goal ?? 0)
    const goalTerm = term(names.goal, whole.goal, plan.metric.unit)
    const wholePace = whole.goal === null || whole.goal === 0 ? 0 : whole.pace / whole.goal
    return tools.standing({
      ...common,
      // What is due is the goal here: there is no other pace.
      standing: { ...cell, pace: null },
      share,
      goal: {
        name: names.pace,
        working: isWhole
          ? { by: 'whole product', terms: [goalTerm, term(names.timeOver, wholePace, 'percent')] }
          : { by: 'same', terms: [goalTerm] },
      },
    })
  }

  const rows = byPlace(view.rows)
  const people = rows.map(
    ([id, row]): Figures => ({
      id,
      name: row.name,
      figures: row.cells.flatMap((cell, at) => cellOf(id, tools.subjectOf(id), at, cell)),
    }),
  )

  const keptName = (states: readonly Standing['state'][]): string =>
    states.includes('on pace')
      ? say({ id: 'figures.goals-on-pace', defaultMessage: 'Goals reached or on pace' })
      : say({ id: 'figures.goals-reached', defaultMessage: 'Goals reached' })
  const judgedName = say({ id: 'figures.goals-judged', defaultMessage: 'Goals of which something is due' })

  const columns = view.columns.map((column, at): Figures => {
    const named = rows.flatMap(([id, { name, cells }]) => {
      const cell = cells[at]
      return cell === undefined || cell.goal === null ? [] : [{ id, name, cell }]
    })
    const termsOf = (passes: (cell: Standing) => boolean) =>
      named
        .filter(({ cell }) => passes(cell))
        .map(({ id, name, cell }) => term(name, cell.value, column.metric.unit, `${id}.${at}.value`))
    const states = keptIn(board.period)
    const passes = (some: readonly Standing['state'][]) => termsOf(({ state }) => some.includes(state))
    const [kept, judged] = [passes(states), passes(judgedStates)]
    const count = (end: string, name: string, value: number, passes: (cell: Standing) => boolean) =>
      tools.howMany(`column ${at}.${end}`, name, value, termsOf(passes))
    // As the board's largest letters count: the columns add up to them.
    const figures = [
      tools.howMany(`column ${at}.kept`, keptName(states), kept.length, kept),
      tools.howMany(`column ${at}.judged`, judgedName, judged.length, judged),
    ]
    if (column.notDue > 0)
      figures.push(
        count(
          'not-due',
          say({ id: 'figures.not-due', defaultMessage: 'Nothing is due of theirs yet' }),
          column.notDue,
          (cell) => !isUnjudged(cell) && isNotDue(cell),
        ),
      )
    if (column.unjudged > 0)
      figures.push(
        count(
          'unjudged',
          say({ id: 'figures.unjudged', defaultMessage: 'Nothing can be said of theirs yet' }),
          column.unjudged,
          isUnjudged,
        ),
      )
    return { id: `column ${at}`, name: column.metric.name, figures }
  })
  /** Everybody's goals together: what the board says in its largest letters. */
  const allOf = (): Figures[] => {
    const judged = rows.flatMap(([id, { name, cells }]) =>
      cells.flatMap((cell, at) => (cell.state === null ? [] : [{ id, name, at, cell }])),
    )
    if (judged.length === 0) return []
    const termsOf = (states: readonly Standing['state'][]) =>
      judged
        .filter(({ cell }) => states.includes(cell.state))
        .map(({ id, name, at, cell }) => {
          const metric = asked[at]?.plan.metric
          return term(
            `${name}, ${metric?.name ?? ''}`,
            cell.value,
            metric?.unit ?? 'count',
            `${id}.${at}.value`,
          )
        })
    const counted = (id: string, name: string, states: readonly Standing['state'][]) => {
      const terms = termsOf(states)
      return tools.howMany(`all.${id}`, name, terms.length, terms)
    }
    return [
      {
        id: 'all',
        name: names.together,
        figures: [
          counted('kept', keptName(keptIn(board.period)), keptIn(board.period)),
          counted('judged', judgedName, judgedStates),
        ],
      },
    ]
  }
  return [...allOf(), ...columns, ...people]
}

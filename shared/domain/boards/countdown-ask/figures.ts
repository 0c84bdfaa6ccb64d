// What is left of a goal and of its time, and what that asks of each working day.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { orgSubject } from '../../people/roster.ts'
import { selectionOf } from '../board-head.ts'
import { factsOfScope } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { createListing } from '../listing.ts'

export const countdownAskFigures = (
  tools: FigureTools,
  board: BoardOf<'countdown-ask'>,
  view: ViewOf<'countdown-ask'>,
): readonly Figures[] => {
  const { numbers, names, notes, figure, term, termOf, say, ms } = tools
  const plan = tools.planOf(board.metric)
  const window = tools.window(board.window)
  const shown = tools.shown(window)
  const within = selectionOf(numbers, board.scope)
  const scope = within.team ?? orgSubject
  const share = tools.shareGone(window, scope)
  const goals = createListing(numbers)(window, within, ms).map(({ member }) =>
    numbers.goalOf(plan, window, member.subject, ms),
  )
  const { unit } = plan.metric
  const { label } = shown.window
  const standing = tools.standing({
    key: 'whole',
    plan,
    shown,
    facts: factsOfScope(numbers, { kind: 'metric', plan }, shown, within, view.scope),
    standing: view,
    share,
    goal: tools.roleGoal(plan, window, within, goals),
    ahead: view.ahead,
  })
  const ask = tools.ask('whole', view.ask, view.days?.left ?? null, { plan, shown }, standing)
  const termsOf = (...ends: readonly string[]) =>
    ends.flatMap((end) => [...standing, ...ask].filter(({ id }) => id === `whole.${end}`).map(termOf))
  const days: Figure[] =
    view.days === null
      ? []
      : [
          figure({
            id: 'whole.days',
            name: names.workingDays,
            unit: 'count',
            value: view.days.all,
            window: label,
            note: notes.calendar,
          }),
        ]
  const rhythm: Figure[] = []
  if (view.rhythm !== null) {
    const says = say({
      id: 'figures.says.rhythm',
      defaultMessage:
        'What is left in the working days left, rounded up so that whoever keeps to it gets there; less than one in two days is one in so many days.',
    })
    rhythm.push(
      figure({
        id: 'whole.rhythm',
        name: say({ id: 'figures.rhythm', defaultMessage: 'So much at a time' }),
        unit,
        value: view.rhythm.amount,
        working: { by: 'rhythm', terms: termsOf('left', 'days-left'), says },
      }),
      figure({
        id: 'whole.rhythm-days',
        name: say({ id: 'figures.rhythm-days', defaultMessage: 'In so many working days' }),
        unit: 'count',
        value: view.rhythm.days,
        working: { by: 'rhythm days', terms: termsOf('left', 'days-left'), says },
      }),
    )
  }
  const [value] = standing
  const all = numbers.model.workingTime.daysIn(shown.days)
  const soFar: Figure[] =
    view.soFarADay === null || value === undefined
      ? []
      : [
          figure({
            id: 'whole.so-far',
            name: say({ id: 'figures.so-far-a-day', defaultMessage: 'A working day so far' }),
            unit,
            value: view.soFarADay,
            window: label,
            working: {
              by: 'quotient',
              terms: [
                termOf(value),
                term(names.timeOver, Math.min(share, 1), 'percent'),
                term(names.workingDays, all, 'count'),
              ],
            },
          }),
        ]
  return [{ id: 'whole', name: view.scope, figures: [...standing, ...days, ...ask, ...rhythm, ...soFar] }]
}

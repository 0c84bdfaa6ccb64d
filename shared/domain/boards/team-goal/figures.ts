// What a team's goal, what everybody added to it and what is left of it are made of.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { orgSubject } from '../../people/roster.ts'
import { selectionOf } from '../board-head.ts'
import { byPlace } from '../figures/by-place.ts'
import { factsOfScope, factsOfSubject } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { createListing } from '../listing.ts'

export const teamGoalFigures = (
  tools: FigureTools,
  board: BoardOf<'team-goal'>,
  view: ViewOf<'team-goal'>,
): readonly Figures[] => {
  const { numbers, notes, figure, termOf, say, ms } = tools
  const plan = tools.planOf(board.metric)
  const window = tools.window(board.window)
  const shown = tools.shown(window)
  const within = selectionOf(numbers, board.scope)
  const scope = within.team ?? orgSubject
  const listed = createListing(numbers)(window, within, ms).map(({ member }) => member.subject)
  const goalsOf = (of: typeof plan, span: typeof window) =>
    listed.map((subject) => numbers.goalOf(of, span, subject, ms))

  const standing = tools.standing({
    key: 'whole',
    plan,
    shown,
    facts: factsOfScope(numbers, { kind: 'metric', plan }, shown, within, view.scope),
    standing: view,
    share: tools.shareGone(window, scope),
    goal: tools.roleGoal(plan, window, within, goalsOf(plan, window)),
    ahead: view.ahead,
  })
  const thresholds = view.thresholds.map(({ at, unlocks }, nth) =>
    figure({
      id: `threshold ${nth}`,
      name: unlocks,
      unit: plan.metric.unit,
      value: at,
      note: notes.board,
    }),
  )
  const whole: Figures = {
    id: 'whole',
    name: view.scope,
    figures: [
      ...standing,
      ...tools.ask('whole', view.ask, view.workingDays, { plan, shown }, standing),
      ...thresholds,
    ],
  }

  const brought = ([id, { name, value }]: readonly [string, ViewOf<'team-goal'>['rows'][string]]): Figure =>
    figure({
      id: `${id}.value`,
      name,
      unit: plan.metric.unit,
      value,
      window: shown.window.label,
      facts: factsOfSubject(numbers, plan, shown, tools.subjectOf(id), within),
    })
  const apart = byPlace(view.rows).map(brought)
  const gathered = byPlace(view.gathered ?? {}).map(brought)
  const sumOf = (figures: readonly Figure[]) => figures.reduce((sum, { value }) => sum + (value ?? 0), 0)
  const [value] = standing
  const rest = (view.value ?? 0) - sumOf(apart)
  const others =
    view.others === null || value === undefined
      ? []
      : [
          figure({
            id: 'others.value',
            name: say({ id: 'figures.others', defaultMessage: 'Everybody else' }),
            unit: plan.metric.unit,
            value: view.others.value,
            window: shown.window.label,
            working:
              rest >= sumOf(gathered)
                ? { by: 'difference', terms: [termOf(value), ...apart.map(termOf)] }
                : { by: 'sum', terms: gathered.map(termOf) },
          }),
          tools.howMany(
            'others.people',
            say({ id: 'figures.others-people', defaultMessage: 'People of today’s team among them' }),
            view.others.people,
            gathered.map(termOf),
          ),
        ]
  const pairOf = (): Figures[] => {
    if (view.pair === null || board.pair === undefined) return []
    const pairPlan = tools.planOf(board.pair.metric)
    const pairWindow = tools.window(board.pair.window ?? board.window)
    const days = tools.shown(pairWindow)
    return [
      {
        id: 'pair',
        name: `${view.pair.metric.name}, ${view.pair.window.label}`,
        figures: tools.standing({
          key: 'pair',
          plan: pairPlan,
          shown: days,
          facts: factsOfScope(numbers, { kind: 'metric', plan: pairPlan }, days, within, view.scope),
          standing: view.pair,
          share: tools.shareGone(pairWindow, scope),
          goal: tools.roleGoal(pairPlan, pairWindow, within, goalsOf(pairPlan, pairWindow)),
        }),
      },
    ]
  }
  return [
    whole,
    {
      id: 'added',
      name: say({ id: 'figures.added', defaultMessage: 'Who added what' }),
      figures: [...apart, ...others, ...gathered],
    },
    ...pairOf(),
  ].filter(({ figures }) => figures.length > 0)
}

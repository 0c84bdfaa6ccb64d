// The goals that the next working day begins with, and what the week came to.
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { orgSubject } from '../../people/roster.ts'
import { parseDay } from '../../time/calendar-date.ts'
import { minutesOf } from '../../time/week.ts'
import { isListed, selectionOf } from '../board-head.ts'
import { factsOfScope } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { createWorkedWindow } from './calm-view.ts'

export const calmFigures = (
  tools: FigureTools,
  board: BoardOf<'calm'>,
  view: ViewOf<'calm'>,
): readonly Figures[] => {
  const { numbers, names, notes, figure, term, say, ms } = tools
  const { workingTime, roster, file } = numbers.model
  const within = selectionOf(numbers, board.scope)
  const scope = within.team ?? orgSubject
  const opens = minutesOf(file.floor.businessHours.from)
  const nextMs = view.next === null ? ms : numbers.zoneAt(ms).instantAt(parseDay(view.next.day), opens)

  const goals = view.goals.map((each, at): Figures => {
    const asked = board.metrics[at]
    const { goal, aDay, metric, of } = each
    const days = workingTime.daysIn(numbers.daysOf(tools.window(asked?.window ?? 'week'), nextMs))
    const figures: Figure[] = []
    const note =
      of === 'each'
        ? say({
            id: 'figures.note.from-to',
            defaultMessage: 'The lowest and the highest of what is set under Goals for those on the board.',
          })
        : notes.goal
    for (const end of ['from', 'to'] as const) {
      if (goal === null) continue
      const set = figure({
        id: `goal ${at}.${end}`,
        name: end === 'from' ? names.goal : names.highestGoal,
        unit: metric.unit,
        value: goal[end],
        note,
      })
      figures.push(set)
      if (aDay !== null)
        figures.push(
          figure({
            id: `goal ${at}.${end}-a-day`,
            name: names.eachADay,
            unit: metric.unit,
            value: aDay[end],
            working: {
              by: 'whole quotient',
              terms: [term(set.name, set.value, metric.unit, set.id), term(names.workingDays, days, 'count')],
            },
          }),
        )
      if (goal.from === goal.to) break
    }
    return { id: `goal ${at}`, name: metric.name, figures }
  })

  const resultOf = (): Figures[] => {
    if (view.result === null || board.result === undefined) return []
    const plan = tools.planOf(board.result.metric)
    const window = createWorkedWindow(numbers, board)(ms)
    const shown = tools.shown(window)
    const people = roster.people
      .filter((member) => isListed(numbers, member, window, within, ms))
      .flatMap(({ subject }) => numbers.goalOf(plan, window, subject, ms) ?? [])
    return [
      {
        id: 'result',
        name: `${view.result.metric.name}, ${view.result.window.label}`,
        figures: tools.standing({
          key: 'result',
          plan,
          shown,
          facts: factsOfScope(numbers, { kind: 'metric', plan }, shown, within, view.scope),
          standing: view.result,
          share: tools.shareGone(window, scope),
          goal: tools.roleGoal(plan, window, within, people),
        }),
      },
    ]
  }
  return [...goals.filter(({ figures }) => figures.length > 0), ...resultOf()]
}

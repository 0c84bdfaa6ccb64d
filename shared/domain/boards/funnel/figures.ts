// What the flow through each stage is made of, now and in the window before.

import type { StageFlow } from '../../../wire/boards/funnel-board.ts'
import type { BoardOf, ViewOf } from '../../../wire/boards.ts'
import { selectionOf } from '../board-head.ts'
import { factsOfScope, type ShownDays } from '../figures/facts-question.ts'
import type { Figure, Figures } from '../figures/figure.ts'
import type { FigureTools } from '../figures/figure-tools.ts'
import { daysBefore } from '../window-before.ts'

export const funnelFigures = (
  tools: FigureTools,
  board: BoardOf<'funnel'>,
  view: ViewOf<'funnel'>,
): readonly Figures[] => {
  const { numbers, figure, termOf, say, ms } = tools
  const within = selectionOf(numbers, board.scope)
  const window = tools.window(board.window)
  const now = tools.shown(window)
  const days = daysBefore(numbers.model.calendar, window, numbers.todayAt(ms)) ?? { from: 0, to: 0 }
  const before = tools.called(days, view.before)
  const words = {
    left: say({ id: 'figures.stage-left', defaultMessage: 'Deals that left it' }),
    wentOn: say({ id: 'figures.stage-went-on', defaultMessage: 'Of them went on' }),
    conversion: say({ id: 'figures.stage-conversion', defaultMessage: 'Share that went on' }),
    days: say({ id: 'figures.stage-days', defaultMessage: 'Days in it, on average' }),
  }

  const flowOf = (key: string, stage: number, shown: ShownDays, flow: StageFlow): Figure[] => {
    const counted = (part: 'left' | 'wentOn' | 'days', unit: Figure['unit']): Figure =>
      figure({
        id: `${key}.${part}`,
        name: words[part],
        unit,
        value: flow[part],
        window: shown.window.label,
        facts: factsOfScope(numbers, { kind: 'stage', stage, part }, shown, within, view.scope),
      })
    const [left, wentOn] = [counted('left', 'count'), counted('wentOn', 'count')]
    return [
      left,
      wentOn,
      figure({
        id: `${key}.conversion`,
        name: words.conversion,
        unit: 'percent',
        value: flow.conversion,
        window: shown.window.label,
        working: { by: 'quotient', terms: [termOf(wentOn), termOf(left)] },
      }),
      counted('days', 'days'),
    ]
  }

  return Object.entries(view.rows).map(([id, row]) => ({
    id,
    name: row.name,
    figures: [...flowOf(id, row.place, now, row), ...flowOf(`${id}.before`, row.place, before, row.before)],
  }))
}

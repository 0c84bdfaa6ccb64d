// A funnel: of the deals that left a stage in the window, how many went on and how long they had been there; the same
// of the window before; and where it leaks.
import type { FunnelBoard, FunnelStage, FunnelView, StageFlow } from '../../../wire/boards/funnel-board.ts'
import type { StagePlans } from '../../counting/stage-flow.ts'
import { dealSorts } from '../../counting/standing-facts.ts'
import type { Numbers } from '../../standing/numbers.ts'
import type { Day, DayRange } from '../../time/calendar-date.ts'
import { amountIn } from '../amount-in.ts'
import { type BoardSource, scopeName, selectionOf, viewWindow, windowOf } from '../board-head.ts'
import { daysBefore } from '../window-before.ts'
import { leakIn } from './funnel-leak.ts'

/** By its place: two floors may call a stage alike, and no name is an id. */
const rowId = (place: number): string => `stage-${place}`

export const createFunnelView = (numbers: Numbers, board: FunnelBoard): BoardSource<FunnelView> => {
  const { model, engine } = numbers
  const { calendar, flow, say } = model
  const window = windowOf(board.window)
  const within = selectionOf(numbers, board.scope)
  const bases = flow.plans.map(({ index }) => index)

  const flowOf = (plans: StagePlans, days: DayRange): StageFlow => {
    const left = amountIn(numbers, plans.left.index, within, days) ?? 0
    const wentOn = amountIn(numbers, plans.wentOn.index, within, days) ?? 0
    const stay = amountIn(numbers, plans.days.index, within, days)
    return { left, wentOn, conversion: left > 0 ? wentOn / left : null, days: stay }
  }

  const changedAt = (): number | null => {
    const times = bases.flatMap((index) => engine.changedAt(index) ?? [])
    return times.length === 0 ? null : Math.max(...times)
  }

  const beforeLabel = ({ to }: DayRange, today: Day): string => {
    if (window.kind === 'last')
      return say(
        { id: 'window.days-before', defaultMessage: 'the {days} days before' },
        { days: window.days },
      )
    if (window.kind !== 'period') return ''
    const name = calendar.label({ ...window, offset: window.offset - 1 }, today)
    return today < to - 1
      ? say({ id: 'window.by-this-day', defaultMessage: '{window} by this day' }, { window: name })
      : name
  }

  const nothing: DayRange = { from: 0, to: 0 }
  const compute = (ms: number): FunnelView => {
    const today = numbers.todayAt(ms)
    const days = numbers.daysOf(window, ms)
    const before = daysBefore(calendar, window, today) ?? nothing
    const stages = flow.stages.map(
      (plans, place): FunnelStage => ({
        place,
        name: plans.stage,
        before: flowOf(plans, before),
        ...flowOf(plans, days),
      }),
    )
    const awaits = numbers.awaits([{ about: dealSorts }])
    const leak = awaits === null ? leakIn(stages) : -1
    return {
      id: board.id,
      kind: 'funnel',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      changedAt: changedAt(),
      awaits,
      before: beforeLabel(days, today),
      leak: leak < 0 ? null : rowId(leak),
      rows: Object.fromEntries(stages.map((stage) => [rowId(stage.place), stage])),
    }
  }

  return { bases, compute }
}

import { parseWindow } from '../../../wire/window.ts'
import type { BoardForm } from '../making/board-form.ts'

export const accountabilityForm: BoardForm<'accountability'> = {
  group: 'work',
  metrics: { least: 1, most: 5, atFirst: 3, about: 'input' },
  asks: ['period', 'scope'],
  periods: ['this-week', 'last-week', 'mid-week'],
  listsPeople: true,
  goals: {
    of: 'each',
    // Each is looked at by the week, or through a window that no week is part of.
    aims: ({ metrics }, own) =>
      metrics.map((metric) => {
        const window = own(metric)
        return { metric, window: parseWindow(window)?.kind === 'period' ? 'week' : window }
      }),
  },
  firstPeriod: () => 'this-week',
}

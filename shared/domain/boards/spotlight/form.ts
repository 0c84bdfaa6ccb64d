import type { BoardForm } from '../making/board-form.ts'

export const spotlightForm: BoardForm<'spotlight'> = {
  group: 'people',
  metrics: { least: 1, most: 3, atFirst: 3, eachWithWindow: true },
  asks: ['scope'],
  listsPeople: true,
  goals: {
    of: 'each',
    aims: ({ metrics }, own) =>
      metrics.map(({ metric, window }) => ({ metric, window: window ?? own(metric) })),
  },
  turnsPages: true,
}

import { type BoardForm, oneMetric } from '../making/board-form.ts'

export const resultsForm: BoardForm<'results'> = {
  group: 'standing',
  metrics: oneMetric,
  asks: ['pipeline', 'period', 'scope'],
  listsPeople: true,
  goals: { of: 'each', aims: ({ metric, period }) => [{ metric, window: period }] },
  rows: { key: 'of', others: () => ['teams'] },
  periods: ['month', 'quarter'],
  firstPeriod: (window) => (window === 'month' ? 'month' : 'quarter'),
}

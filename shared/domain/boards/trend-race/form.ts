import { type BoardForm, itsMetric, oneMetric } from '../making/board-form.ts'

export const trendRaceForm: BoardForm<'trend-race'> = {
  group: 'standing',
  metrics: oneMetric,
  asks: ['window', 'show', 'scope'],
  listsPeople: true,
  goals: { of: 'each', aims: itsMetric },
  rows: { key: 'of', others: () => ['teams'] },
  shows: ['total', 'attainment', 'rank'],
  begins: () => ({ show: 'total' }),
}

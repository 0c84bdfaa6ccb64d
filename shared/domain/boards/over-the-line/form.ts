import { type BoardForm, itsMetric, oneMetric } from '../making/board-form.ts'

export const overTheLineForm: BoardForm<'over-the-line'> = {
  group: 'standing',
  metrics: oneMetric,
  asks: ['window', 'scope'],
  listsPeople: true,
  goals: { of: 'each', aims: itsMetric },
}

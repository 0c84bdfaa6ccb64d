import { type BoardForm, itsMetric, oneMetric } from '../making/board-form.ts'

export const countdownAskForm: BoardForm<'countdown-ask'> = {
  group: 'standing',
  metrics: oneMetric,
  asks: ['window', 'scope'],
  listsPeople: true,
  goals: { of: 'all together', aims: itsMetric },
  runsOut: true,
}

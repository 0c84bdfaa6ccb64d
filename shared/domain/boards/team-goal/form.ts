import { type BoardForm, itsMetric, oneMetric } from '../making/board-form.ts'

export const teamGoalForm: BoardForm<'team-goal'> = {
  group: 'standing',
  metrics: oneMetric,
  asks: ['window', 'pair', 'scope'],
  listsPeople: true,
  goals: { of: 'all together', aims: itsMetric },
  runsOut: true,
}

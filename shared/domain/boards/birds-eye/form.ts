import { officesOf, teamsAway } from '../../people/offices.ts'
import { type BoardForm, itsMetric, oneMetric } from '../making/board-form.ts'

export const birdsEyeForm: BoardForm<'birds-eye'> = {
  group: 'standing',
  metrics: oneMetric,
  asks: ['window', 'inputs', 'scope'],
  listsPeople: true,
  goals: { of: 'teams', aims: itsMetric },
  rows: {
    key: 'by',
    others: ({ teams }) => (officesOf(teams).size > 0 && teamsAway(teams).length === 0 ? ['office'] : []),
  },
  // It is of teams.
  roles: () => [],
}

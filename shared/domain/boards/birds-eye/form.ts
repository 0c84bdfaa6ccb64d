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
    usual: 'teams',
    others: ({ teams }) => (officesOf(teams).size > 0 && teamsAway(teams).length === 0 ? ['office'] : []),
  },
  // It is of teams.
  roles: () => [],
  // Its cards are the old ones': a copy has one for each of its own.
  forOthers: ({ cards: _, ...rest }) => rest,
}

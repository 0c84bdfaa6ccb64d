import { type BoardForm, itsMetric, oneMetric } from '../making/board-form.ts'

export const teamProgressForm: BoardForm<'team-progress'> = {
  group: 'standing',
  metrics: oneMetric,
  asks: ['window', 'inputs', 'scope'],
  listsPeople: true,
  goals: { of: 'teams', aims: itsMetric },
  lacks: ({ teams }) => (teams.length === 0 ? 'teams' : null),
  // Teams that it names are the old ones': a copy has a row for each of its own.
  forOthers: ({ teams: _, ...rest }) => rest,
}

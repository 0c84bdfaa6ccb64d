import { type BoardForm, itsMetric, oneMetric } from '../making/board-form.ts'

export const leaderboardForm: BoardForm<'leaderboard'> = {
  group: 'standing',
  metrics: oneMetric,
  asks: ['window', 'pair', 'rankBy', 'scope'],
  listsPeople: true,
  goals: { of: 'each', aims: (board) => (board.by === undefined ? itsMetric(board) : []) },
  rows: { key: 'by', others: ({ floor }) => floor.breakdowns },
  // The goal of a chosen team is the old one's; that of the whole floor is everybody's.
  forOthers: ({ goalOf, ...rest }, { team }) =>
    goalOf === 'org' && team === null ? { ...rest, goalOf } : rest,
}

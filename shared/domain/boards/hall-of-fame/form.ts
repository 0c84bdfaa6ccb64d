import type { BoardForm } from '../making/board-form.ts'

export const hallOfFameForm: BoardForm<'hall-of-fame'> = {
  group: 'people',
  metrics: null,
  ofAllContests: true,
  asks: ['contest', 'scope'],
  listsPeople: false,
  goals: null,
  lacks: ({ contests, awards }) => (contests.length + awards.length === 0 ? 'contests' : null),
}

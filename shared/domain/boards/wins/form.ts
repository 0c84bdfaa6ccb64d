import type { BoardForm } from '../making/board-form.ts'

export const winsForm: BoardForm<'wins'> = {
  group: 'people',
  metrics: null,
  asks: ['days', 'scope'],
  listsPeople: true,
  goals: null,
}

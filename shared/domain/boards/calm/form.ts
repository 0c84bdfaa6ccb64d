import type { BoardForm } from '../making/board-form.ts'

export const calmForm: BoardForm<'calm'> = {
  group: 'word',
  metrics: { least: 0, most: 2, atFirst: 0, eachWithWindow: true },
  asks: ['scope'],
  listsPeople: false,
  goals: null,
}

import type { BoardForm } from '../making/board-form.ts'

export const hygieneForm: BoardForm<'hygiene'> = {
  group: 'work',
  metrics: { least: 1, most: 4, atFirst: 3, about: 'input' },
  asks: ['scope'],
  listsPeople: true,
  goals: null,
}

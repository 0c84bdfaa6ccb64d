import type { BoardForm } from '../making/board-form.ts'

export const hygieneForm: BoardForm<'hygiene'> = {
  group: 'work',
  metrics: { least: 1, most: 4, atFirst: 3, about: 'input' },
  asks: ['scope'],
  listsPeople: true,
  goals: null,
  // Teams that it names are the old ones': a copy has a row for each of its own.
  forOthers: ({ teams: _, ...rest }) => rest,
}

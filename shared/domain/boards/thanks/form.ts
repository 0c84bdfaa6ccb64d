import type { BoardForm } from '../making/board-form.ts'

export const thanksForm: BoardForm<'thanks'> = {
  group: 'word',
  metrics: null,
  asks: ['scope'],
  listsPeople: false,
  goals: null,
  lacks: ({ floor }) => (floor.thanks === undefined ? 'thanks' : null),
}

import type { BoardForm } from '../making/board-form.ts'

export const exceptionsForm: BoardForm<'exceptions'> = {
  group: 'work',
  metrics: null,
  asks: ['scope'],
  listsPeople: true,
  goals: null,
  // What is off is nobody’s business on a wall.
  neverHangs: true,
  lacks: ({ exceptions }) => (exceptions.length === 0 ? 'rules' : null),
  begins: () => ({ audience: 'managers' }),
}

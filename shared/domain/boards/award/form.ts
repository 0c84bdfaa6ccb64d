import type { BoardForm } from '../making/board-form.ts'

export const awardForm: BoardForm<'award'> = {
  group: 'people',
  metrics: null,
  asks: ['award', 'scope'],
  listsPeople: false,
  goals: null,
  lacks: ({ awards }) => (awards.length === 0 ? 'awards' : null),
  begins: ({ awards }) => ({ award: awards[0]?.id ?? null }),
}

import type { BoardForm } from '../making/board-form.ts'

export const fromTheTopForm: BoardForm<'from-the-top'> = {
  group: 'word',
  metrics: null,
  asks: ['scope'],
  listsPeople: false,
  goals: null,
  turnsPages: true,
}

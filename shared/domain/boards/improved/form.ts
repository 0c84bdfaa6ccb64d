import { type BoardForm, oneOfWork } from '../making/board-form.ts'

export const improvedForm: BoardForm<'improved'> = {
  group: 'people',
  metrics: oneOfWork,
  asks: ['window', 'scope'],
  listsPeople: true,
  goals: null,
}

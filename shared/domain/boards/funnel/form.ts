import type { BoardForm } from '../making/board-form.ts'

export const funnelForm: BoardForm<'funnel'> = {
  group: 'work',
  metrics: null,
  asks: ['window', 'scope'],
  listsPeople: true,
  goals: null,
  lacks: ({ floor }) => (floor.stages.length === 0 ? 'stages' : null),
}

import type { BoardForm } from '../making/board-form.ts'

export const contestForm: BoardForm<'contest'> = {
  group: 'people',
  metrics: null,
  asks: ['contest', 'scope'],
  listsPeople: true,
  goals: null,
  lacks: ({ contests }) => (contests.length === 0 ? 'contests' : null),
  // The one that comes or runs: the last that was announced, else the last of all.
  begins: ({ contests }) => ({
    contest: (contests.findLast(({ state }) => state === 'announced') ?? contests.at(-1))?.id ?? null,
  }),
}

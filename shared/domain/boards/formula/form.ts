import type { BoardForm } from '../making/board-form.ts'

export const formulaForm: BoardForm<'formula'> = {
  group: 'work',
  metrics: { least: 1, most: 4, atFirst: 3, about: 'input' },
  asks: ['show', 'scope'],
  listsPeople: true,
  goals: null,
  shows: ['team', 'person'],
  ofOneRole: true,
  roles: ({ roles, formulas }) => roles.filter(({ id }) => formulas.some(({ role }) => role === id)),
  lacks: ({ roles, formulas }) =>
    formulas.some(({ role }) => roles.some(({ id }) => id === role)) ? null : 'formula',
  begins: ({ formulas }) => ({ role: formulas[0]?.role ?? null, show: 'team' }),
}

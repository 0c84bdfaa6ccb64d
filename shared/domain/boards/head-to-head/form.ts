import type { FloorFile } from '../../../wire/floor.ts'
import type { BoardForm } from '../making/board-form.ts'

/** The first two teams that stand side by side. */
const firstSides = ({ teams }: FloorFile): string[] => {
  for (const one of teams) {
    const other = teams.find(({ id, parent }) => id !== one.id && parent === one.parent)
    if (other !== undefined) return [one.id, other.id]
  }
  return []
}

export const headToHeadForm: BoardForm<'head-to-head'> = {
  group: 'people',
  metrics: { least: 2, most: 5, atFirst: 3, eachWithWindow: true },
  asks: ['sides', 'window'],
  listsPeople: false,
  goals: null,
  lacks: ({ teams }) => (teams.length < 2 ? 'teams' : null),
  begins: (file) => ({ sides: firstSides(file) }),
}

// As big as the company allows: three people fill the wall as well as twelve.

interface Cells {
  readonly columns: number
  readonly lines: number
}

export interface TileGrid extends Cells {
  readonly portrait: Cells
  readonly size: 'poster' | 'large' | 'medium'
}

/** For 1 to 12 tiles. */
export const tileGrid = (count: number): TileGrid => {
  if (count <= 3) return { columns: count, lines: 1, portrait: { columns: 1, lines: count }, size: 'poster' }
  if (count <= 4) return { columns: 2, lines: 2, portrait: { columns: 1, lines: 4 }, size: 'large' }
  if (count <= 6) return { columns: 3, lines: 2, portrait: { columns: 1, lines: 6 }, size: 'large' }
  if (count <= 9) return { columns: 3, lines: 3, portrait: { columns: 1, lines: count }, size: 'medium' }
  return { columns: 3, lines: 4, portrait: { columns: 1, lines: count }, size: 'medium' }
}

// As big as the company allows: three people fill the wall as well as twelve.

export interface TileGrid {
  readonly columns: number
  readonly lines: number
  /** A name needs the width there: always one column. */
  readonly portraitLines: number
  readonly size: 'poster' | 'large' | 'medium'
}

/** For 1 to 12 tiles; a last line that is not full stands in the middle. */
export const tileGrid = (count: number): TileGrid => {
  if (count <= 3) return { columns: count, lines: 1, portraitLines: count, size: 'poster' }
  if (count <= 8) return { columns: Math.ceil(count / 2), lines: 2, portraitLines: count, size: 'large' }
  return { columns: 3, lines: Math.ceil(count / 3), portraitLines: count, size: 'medium' }
}

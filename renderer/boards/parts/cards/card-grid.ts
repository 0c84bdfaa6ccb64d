// How many cards stand side by side, and how much each can then say.

interface Cells {
  readonly columns: number
  readonly lines: number
}

export interface CardGrid extends Cells {
  readonly portrait: Cells
  /** `tall`: the number grows with the card; `wide`: as in the picture; `small`, `tiny`: without trend and inputs. */
  readonly size: 'tall' | 'wide' | 'medium' | 'small' | 'tiny'
}

export const hasRoomForInputs = ({ size }: Pick<CardGrid, 'size'>): boolean =>
  size !== 'small' && size !== 'tiny'

/** For 1 to 12 cards. */
export const cardGrid = (count: number): CardGrid => {
  if (count <= 3) return { columns: count, lines: 1, portrait: { columns: 1, lines: count }, size: 'tall' }
  if (count <= 4) return { columns: 2, lines: 2, portrait: { columns: 1, lines: 4 }, size: 'wide' }
  if (count <= 6) return { columns: 3, lines: 2, portrait: { columns: 2, lines: 3 }, size: 'medium' }
  if (count <= 9) return { columns: 3, lines: 3, portrait: { columns: 2, lines: 5 }, size: 'small' }
  return { columns: 3, lines: 4, portrait: { columns: 2, lines: 6 }, size: 'tiny' }
}

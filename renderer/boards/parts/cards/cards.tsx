// Cards side by side, as large as their number allows.
import type { CSSProperties, ReactNode } from 'react'
import { SameSize } from '../../../ui/person-name.tsx'
import type { CardGrid } from './card-grid.ts'
import './cards.css'
import './tall-cards.css'

export const Cards = ({
  grid,
  names,
  children,
}: {
  readonly grid: CardGrid
  /** What the cards are called: in one size. */
  readonly names: readonly string[]
  readonly children: ReactNode
}) => {
  const style = {
    '--columns': grid.columns,
    '--lines': grid.lines,
    '--portrait-columns': grid.portrait.columns,
    '--portrait-lines': grid.portrait.lines,
  } as CSSProperties
  return (
    <ul className="cards" style={style} data-size={grid.size} data-columns={grid.columns}>
      <SameSize names={names}>{children}</SameSize>
    </ul>
  )
}

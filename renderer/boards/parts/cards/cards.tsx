// Cards side by side, as large as their number allows.
import type { CSSProperties, ReactNode } from 'react'
import type { CardGrid } from './card-grid.ts'
import './cards.css'
import './tall-cards.css'

export const Cards = ({ grid, children }: { readonly grid: CardGrid; readonly children: ReactNode }) => {
  const style = {
    '--columns': grid.columns,
    '--lines': grid.lines,
    '--portrait-columns': grid.portrait.columns,
    '--portrait-lines': grid.portrait.lines,
  } as CSSProperties
  return (
    <ul className="cards" style={style} data-size={grid.size} data-columns={grid.columns}>
      {children}
    </ul>
  )
}

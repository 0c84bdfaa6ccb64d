// Our own rows, moved by CSS transitions of their transforms and by nothing else: what else changes is there at once.
import { useMemo } from 'react'
import { Leaderboard } from '../../renderer/boards/leaderboard/leaderboard.tsx'
import { SurroundingsProvider, useSurroundings } from '../../renderer/ui/surroundings.tsx'
import type { BoardProps } from './board-props.ts'

export const CssBoard = ({ view }: BoardProps) => {
  const surroundings = useSurroundings()
  const still = useMemo(() => ({ ...surroundings, calm: true }), [surroundings])
  return (
    <SurroundingsProvider value={still}>
      <div className="ours moved-by-css">
        <Leaderboard view={view} page={0} pages={1} />
      </div>
    </SurroundingsProvider>
  )
}

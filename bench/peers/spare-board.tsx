// The least that moves rows well: the sparest rows, each placed absolutely and moved by a CSS transition.
import { memo } from 'react'
import type { LeaderboardRow } from '../../shared/wire/boards/leaderboard-board.ts'
import type { BoardProps } from './board-props.ts'
import { PeerRow } from './peer-row.tsx'

const Row = memo(({ row }: { readonly row: LeaderboardRow }) => (
  <li className="peer peer-placed" style={{ transform: `translateY(${row.place * 100}%)` }}>
    <PeerRow row={row} />
  </li>
))
Row.displayName = 'Row'

export const SpareBoard = ({ view }: BoardProps) => (
  <ul className="peers">
    {Object.entries(view.rows).map(([id, row]) => (
      <Row key={id} row={row} />
    ))}
  </ul>
)

// The popular way: rows in flow and in the order of their places, moved by the `layout` prop of motion.
import { motion } from 'framer-motion'
import { memo } from 'react'
import type { LeaderboardRow } from '../../shared/wire/boards/leaderboard-board.ts'
import type { BoardProps } from './board-props.ts'
import { PeerRow } from './peer-row.tsx'

const travel = { layout: { duration: 0.8 } }

const Row = memo(({ row }: { readonly row: LeaderboardRow }) => (
  <motion.li className="peer" layout transition={travel}>
    <PeerRow row={row} />
  </motion.li>
))
Row.displayName = 'Row'

export const LayoutBoard = ({ view }: BoardProps) => (
  <ul className="peers">
    {Object.entries(view.rows)
      .sort(([, a], [, b]) => a.place - b.place)
      .map(([id, row]) => (
        <Row key={id} row={row} />
      ))}
  </ul>
)

import type { ImprovedView } from '../../../shared/wire/boards/improved-board.ts'

/** The question the board answers, and what a mark means that is not a tick. */
export const improvedFoot = ({ streaks }: ImprovedView): string => {
  const open = Object.values(streaks.rows).some(({ today }) => today === 'open')
  return `Who beats their own four weeks, and who keeps at it?${open ? ' Dashed = today' : ''}`
}

import type { Say } from '../../../shared/domain/words/say.ts'
import type { ImprovedView } from '../../../shared/wire/boards/improved-board.ts'

/** The question the board answers, and what a mark means that is not a tick. */
export const improvedFoot = ({ streaks }: ImprovedView, say: Say): string => {
  const open = Object.values(streaks.rows).some(({ today }) => today === 'open')
  const question = say({
    id: 'improved.question',
    defaultMessage: 'Who beats their own four weeks, and who keeps at it?',
  })
  return open ? `${question} ${say({ id: 'improved.dashed', defaultMessage: 'Dashed = today' })}` : question
}

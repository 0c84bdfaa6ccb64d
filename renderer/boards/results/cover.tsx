// What is due, and whether that is enough for what is missing.
import { memo } from 'react'
import type { Outlook } from '../../../shared/wire/boards/results-board.ts'
import type { Unit } from '../../../shared/wire/view-parts.ts'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { goalBeside } from '../parts/beside-goal.ts'
import { coverWords } from './cover-words.ts'

interface CoverProps {
  readonly outlook: Outlook
  readonly unit: Unit
  /** The coverage that is enough. */
  readonly enough: number
  /** "$300K due of $520K": where the goal stands nowhere else. */
  readonly ofGoal: boolean
  /** The goal goes without the currency of what is due. */
  readonly isLong: boolean
}

export const Cover = memo(({ outlook, unit, enough, ofGoal, isLong }: CoverProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const { sign, figure, words } = coverWords(outlook, enough, format)
  const goal =
    ofGoal && outlook.goal !== null
      ? ` ${say({ id: 'board.of-goal', defaultMessage: 'of {goal}' }, { goal: goalBeside(outlook.goal, unit, isLong, format) })}`
      : ''
  return (
    <span className="result-pair" data-cover={outlook.cover ?? undefined}>
      <span className="result-first" style={fittingFigure(figure ?? '', `${sign}${words}`)} {...phrase}>
        {sign !== '' && <span className="result-sign">{sign}</span>}
        {figure !== null && <span className="result-figure fitting-figure">{figure}</span>}
        <span className={figure === null ? 'result-plain' : 'result-word'}>{words}</span>
      </span>
      <span className="result-second line" {...phrase}>
        {say(
          { id: 'results.due', defaultMessage: '{amount} due' },
          { amount: format.value(outlook.due, unit) },
        )}
        {goal}
      </span>
    </span>
  )
})
Cover.displayName = 'Cover'

// What is due, and whether that is enough for what is missing.
import { memo } from 'react'
import type { Unit } from '../../../../shared/wire/view-parts.ts'
import type { Outlook } from '../../../../shared/wire/views/results.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { coverWords } from './cover-words.ts'

interface CoverProps {
  readonly outlook: Outlook
  readonly unit: Unit
  /** "$300K due of $520K": where the goal stands nowhere else. */
  readonly ofGoal: boolean
}

export const Cover = memo(({ outlook, unit, ofGoal }: CoverProps) => {
  const { format } = useSurroundings()
  const { sign, figure, words } = coverWords(outlook, format)
  const goal = ofGoal && outlook.goal !== null ? ` of ${format.value(outlook.goal, unit)}` : ''
  return (
    <span className="result-pair" data-cover={outlook.cover ?? undefined}>
      <span className="result-first">
        {sign !== '' && <span className="result-sign">{sign}</span>}
        {figure !== null && <span className="result-figure">{figure}</span>}
        <span className={figure === null ? 'result-plain' : 'result-word'}>{words}</span>
      </span>
      <span className="result-second line">
        {format.value(outlook.due, unit)} due{goal}
      </span>
    </span>
  )
})
Cover.displayName = 'Cover'

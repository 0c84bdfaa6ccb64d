// A number against its goal: the bar is full at the goal, the white tick is where it should be by now.
import { memo } from 'react'
import type { Standing, ViewMetric } from '../../../../shared/wire/view-parts.ts'
import { Star } from '../../../ui/avatar.tsx'
import { Bar, useCrossing } from '../../../ui/bar.tsx'
import { CountingNumber } from '../../../ui/counting-number.tsx'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import type { ColumnCut } from './column-fit.ts'
import { goalText } from './goal-text.ts'
import { paceWithin } from './pace-within.ts'

interface WorkCellProps extends Standing, Pick<ViewMetric, 'unit' | 'better'> {
  readonly cut: ColumnCut
}

/** Where fewer are better, none at all has no quotient and is as good as it gets. */
const filled = ({ state, attainment }: Pick<Standing, 'state' | 'attainment'>): number =>
  state === 'reached' ? 1 : Math.min(0.99, Math.max(0, attainment ?? 0))

/** In parts of numbers and words: a view comes anew with each fact, and most of its cells are what they were. */
export const WorkCell = memo((props: WorkCellProps) => {
  const { value, state, unit } = props
  const { format } = useSurroundings()
  const fraction = filled(props)
  const crossedAfterMs = useCrossing(fraction, 1)
  const tick = paceWithin(props)
  return (
    <span className="work-cell" data-state={state ?? undefined} data-cut={props.cut}>
      <span className="work-figures">
        <CountingNumber className="work-value" amount={value} unit={unit} />
        <span className="work-goal">
          {goalText(props, props, props.cut === 'bare' ? format.unsigned : format.value)}
        </span>
        <Sign state={state} />
      </span>
      <Bar
        fraction={fraction}
        reached={state === 'reached'}
        crossedAfterMs={crossedAfterMs}
        tone={state === 'well behind' ? 'behind' : 'input'}
        hollow={state === null}
      >
        {tick !== null && <span className="pace-tick" style={{ insetInlineStart: `${tick * 100}%` }} />}
      </Bar>
    </span>
  )
})
WorkCell.displayName = 'WorkCell'

/** Never colour alone. */
const Sign = ({ state }: Pick<Standing, 'state'>) => (
  <span className="work-sign">
    {state === 'reached' && <Star />}
    {state === 'well behind' && (
      <span role="img" aria-label="well behind">
        ▾
      </span>
    )}
  </span>
)

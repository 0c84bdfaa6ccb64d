import { type CSSProperties, memo } from 'react'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { Contribution, TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { alongX } from '../../ui/motion/along-x.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Along } from '../../wall/along.tsx'
import { useTurnLater } from '../../wall/use-later.ts'
import { Stack } from '../parts/stack/stack.tsx'
import { type Part, stackParts } from '../parts/stack/stack-parts.ts'
import { barEnd, type Milestone } from './milestones.ts'
import './goal-bar.css'

interface GoalBarProps {
  readonly view: TeamGoalView
  /** The amount at the far end. */
  readonly end: number
  readonly milestones: readonly Milestone[]
}

const othersId = 'others'

const segmentsOf = ({ rows, others }: TeamGoalView) => [
  ...Object.entries(rows)
    .map(([id, { hue, value, place }]) => ({ id, hue, value, place }))
    .sort((a, b) => a.place - b.place),
  ...(others ? [{ id: othersId, hue: null, value: others.value }] : []),
]

const share = (amount: number, end: number): number => Math.min(1, Math.max(0, amount / end))

export const GoalBar = ({ view, end, milestones }: GoalBarProps) => {
  const { format } = useSurroundings()
  const { goal, pace, state, metric, isOver } = view
  const parts = partsOf(view, end)
  const tick =
    goal === null || pace === null || pace <= 0 || state === 'reached' || isOver ? null : share(pace, end)
  return (
    <div className="goal-bar" data-tone={metric.indicator}>
      <div className="goal-track" data-hollow={goal === null || undefined}>
        <Stack parts={parts} />
        {milestones
          .filter(({ at }) => at < end)
          .map(({ at, reached }) => (
            <Along key={at} at={share(at, end)}>
              <span className="goal-mark" data-reached={reached || undefined} />
            </Along>
          ))}
        <span className="goal-gold" />
        <PartLabels view={view} />
      </div>
      {tick !== null && (
        <>
          <Along at={tick}>
            <span className="pace-tick" />
          </Along>
          <span className="goal-pace" style={{ '--at': `${tick * 100}%` } as CSSProperties}>
            {format.say({ id: 'board.pace-today', defaultMessage: 'pace today' })}
          </span>
        </>
      )}
    </div>
  )
}

const partsOf = (view: TeamGoalView, end: number): readonly Part[] =>
  stackParts({ value: view.value, segments: segmentsOf(view) }, end)

/** Each of them is laid out anew when one part grows: a turn after the bar. */
const PartLabels = ({ view }: Pick<GoalBarProps, 'view'>) => {
  const told = useTurnLater(view)
  const { rows, others, metric } = told
  const parts = partsOf(told, barEnd(told))
  return parts.map((part, at) => {
    const row = rows[part.id] ?? null
    // What nobody who is shown has brought has no name to bear.
    const amount = row?.value ?? (part.id === othersId ? others?.value : undefined)
    return amount === undefined ? null : (
      <PartLabel
        key={part.id}
        part={part}
        from={parts[at - 1]?.end ?? 0}
        row={row}
        others={others?.people ?? 0}
        amount={amount}
        unit={metric.unit}
      />
    )
  })
}

interface PartLabelProps {
  readonly part: Part
  /** Where the part begins, as a share of the track. */
  readonly from: number
  /** Null: what the others added. */
  readonly row: Contribution | null
  readonly others: number
  readonly amount: number
  readonly unit: TeamGoalView['metric']['unit']
}

/** In em: a wider amount is set smaller and asks for a wider part; "−$1.00B" is as wide. */
const [shortAmount, longAmount] = [3.75, 6]

/** Face, amount and name, as many of them as the part has room for, in the middle of the part. */
const PartLabel = memo(({ part, from, row, others, amount, unit }: PartLabelProps) => {
  const { format } = useSurroundings()
  const text = format.value(amount, unit)
  const width = textWidth(text)
  const middle = (from + part.end) * 50
  return (
    <span className="goal-part" style={{ transform: alongX(middle) }} data-hue={part.hue ?? undefined}>
      <span className="goal-part-room" style={{ width: `${(part.end - from) * 100}%` }}>
        <span className="goal-part-words">
          {row ? (
            <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} />
          ) : (
            <span className="goal-part-more">{others > 0 ? `+${others}` : ''}</span>
          )}
          <span className="goal-part-name line" dir="auto">
            {row?.short ?? format.say({ id: 'team-goal.others', defaultMessage: 'others' })}
          </span>
          <span
            className="goal-part-amount"
            data-long={width > longAmount ? 'very' : width > shortAmount || undefined}
          >
            {text}
          </span>
        </span>
      </span>
    </span>
  )
})
PartLabel.displayName = 'PartLabel'

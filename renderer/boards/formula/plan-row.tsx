// One person's day: their bar towards their own line, and a cell for each further step.
import { memo } from 'react'
import type { FormulaRow } from '../../../shared/wire/boards/formula-board.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Bar, type BarTone, useCrossing } from '../../wall/bar.tsx'
import { toneOf } from '../parts/alarm.ts'
import { paceWithin } from '../parts/pace-within.ts'
import { PlanCell } from './plan-cell.tsx'
import { PlanFigure } from './plan-figure.tsx'
import { nothingWords } from './plan-words.ts'

interface PlanRowProps {
  readonly row: FormulaRow
  readonly slot: number
  readonly fraction: number
  readonly lineAt: number
}

const unknown: Standing = { value: null, goal: null, attainment: null, pace: null, state: null }

interface TrackProps {
  readonly fraction: number
  readonly lineAt: number
  readonly reached: boolean
  readonly crossedAfterMs: number
  readonly tone: BarTone
  readonly hollow?: boolean
  /** Where the pace lies, as a share of the way to the line. */
  readonly tick: number | null
}

/** The piece of the line that a bar carries, and the tick of the pace before it. */
export const PlanTrack = memo(({ lineAt, tick, ...bar }: TrackProps) => (
  <Bar {...bar}>
    {tick !== null && <span className="pace-tick" style={{ insetInlineStart: `${tick * lineAt * 100}%` }} />}
    {lineAt < 1 && bar.hollow !== true && (
      <span className="plan-mark" style={{ insetInlineStart: `${lineAt * 100}%` }} />
    )}
  </Bar>
))
PlanTrack.displayName = 'PlanTrack'

export const PlanRow = memo(({ row, slot, fraction, lineAt }: PlanRowProps) => {
  const { say } = useSurroundings().format
  const [first = unknown, ...further] = row.cells
  const reached = first.state === 'reached'
  const crossedAfterMs = useCrossing(fraction, lineAt)
  return (
    <li
      className="plan-line plan-row"
      style={{ gridRow: slot + 1 }}
      data-reached={reached || undefined}
      data-nothing={row.nothing ?? undefined}
    >
      <Avatar
        initials={row.initials}
        hue={row.hue}
        photo={row.photo}
        reached={reached}
        crossedAfterMs={crossedAfterMs}
      />
      <span className="plan-body">
        <span className="plan-name">
          <PersonName name={row.name} />
          {row.nothing !== null && <span className="plan-nothing">{nothingWords(row.nothing, say)}</span>}
        </span>
        <PlanTrack
          fraction={fraction}
          lineAt={lineAt}
          reached={reached}
          crossedAfterMs={crossedAfterMs}
          tone={toneOf(first.state, 'input')}
          hollow={row.nothing !== null}
          tick={paceWithin(first)}
        />
      </span>
      <PlanFigure value={first.value} goal={first.goal} />
      {further.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
        <PlanCell key={at} {...cell} />
      ))}
    </li>
  )
})
PlanRow.displayName = 'PlanRow'

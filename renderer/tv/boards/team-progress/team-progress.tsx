// Team goals side by side, each against its own pace (picture 4).
import { type CSSProperties, memo, useMemo } from 'react'
import type { ViewMetric } from '../../../../shared/wire/view-parts.ts'
import type { TeamProgressRow, TeamProgressView } from '../../../../shared/wire/views/team-progress.ts'
import { Bar, useCrossing } from '../../../ui/bar.tsx'
import { CountingNumber } from '../../../ui/counting-number.tsx'
import { fitting } from '../../../ui/fitting.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { Empty } from '../empty.tsx'
import { nounOf } from '../noun-of.ts'
import { PaceWord } from '../pace-word.tsx'
import { rowsOnPage } from '../paging.ts'
import { type CardGrid, cardGrid } from './card-grid.ts'
import { paceAt } from './pace-at.ts'
import { TrendLine } from './trend-line.tsx'
import './team-progress.css'
import './tall-cards.css'

interface TeamProgressProps {
  readonly view: TeamProgressView
  readonly page: number
  readonly pages: number
}

export const TeamProgress = ({ view, page, pages }: TeamProgressProps) => {
  const shown = useMemo(() => rowsOnPage(view.rows, page, pages), [view.rows, page, pages])
  if (shown.slots === 0)
    return (
      <Empty headline="No teams here yet">
        Each team gets a card here with its {view.metric.name.toLowerCase()}, its goal and its pace.
      </Empty>
    )
  const grid = cardGrid(shown.slots)
  const style = {
    '--columns': grid.columns,
    '--lines': grid.lines,
    '--portrait-columns': grid.portrait.columns,
    '--portrait-lines': grid.portrait.lines,
  } as CSSProperties
  return (
    <ul className="cards" key={page} style={style} data-size={grid.size} data-columns={grid.columns}>
      {shown.rows.map(({ id, row, slot }) => (
        <TeamCard
          key={id}
          row={row}
          slot={slot}
          metric={view.metric}
          inputs={hasRoomForInputs(grid) ? view.inputs : noInputs}
        />
      ))}
    </ul>
  )
}

const noInputs: readonly ViewMetric[] = []
const hasRoomForInputs = ({ size }: CardGrid): boolean => size !== 'small' && size !== 'tiny'

interface TeamCardProps {
  readonly row: TeamProgressRow
  readonly slot: number
  readonly metric: ViewMetric
  readonly inputs: readonly ViewMetric[]
}

const TeamCard = memo(({ row, slot, metric, inputs }: TeamCardProps) => {
  const { format, locale } = useSurroundings()
  const { goal } = row
  const fraction = goal === null || goal <= 0 ? 0 : Math.min(1, Math.max(0, row.attainment ?? 0))
  const crossedAfterMs = useCrossing(fraction, 1)
  const behind = row.state === 'behind' || row.state === 'well behind'
  const tone = behind ? 'behind' : metric.indicator
  const tick = paceAt(row)
  return (
    <li className="card" style={{ order: slot }} data-state={row.state ?? undefined} data-hue={row.hue}>
      <div className="card-head">
        <h2 className="card-name fitting line" dir="auto" style={fitting(row.name)}>
          {row.name}
        </h2>
        {goal === null ? (
          <span className="card-goalless">no goal set</span>
        ) : (
          <PaceWord state={row.state} ahead={row.ahead} unit={metric.unit} />
        )}
      </div>
      <div className="card-middle">
        <span className="card-figures">
          <CountingNumber className="card-value" amount={row.value} unit={metric.unit} />
          {goal !== null && <span className="card-goal">of {format.value(goal, metric.unit)}</span>}
        </span>
        <TrendLine points={row.trend} />
      </div>
      {goal !== null && (
        <div className="card-bar">
          <Bar
            fraction={fraction}
            reached={row.state === 'reached'}
            crossedAfterMs={crossedAfterMs}
            tone={tone}
          >
            {tick !== null && <span className="pace-tick" style={{ insetInlineStart: `${tick * 100}%` }} />}
          </Bar>
        </div>
      )}
      {inputs.length > 0 && (
        <div className="card-inputs">
          {inputs.map((input, index) => {
            const amount = row.inputs[index]?.value ?? null
            return (
              <span className="card-input line" key={input.id}>
                <CountingNumber className="card-input-value" amount={amount} unit={input.unit} />{' '}
                {nounOf(format.value(amount, input.unit), input.noun, locale)}
              </span>
            )
          })}
        </div>
      )}
    </li>
  )
})
TeamCard.displayName = 'TeamCard'

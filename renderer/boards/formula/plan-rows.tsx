// Everybody's row, one straight line through all of them, and the team beneath.
import { type CSSProperties, useMemo } from 'react'
import type { FormulaColumn, FormulaRow, FormulaView } from '../../../shared/wire/boards/formula-board.ts'
import { Star } from '../../ui/avatar.tsx'
import { fitting } from '../../ui/fitting.ts'
import { SameSize } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useCrossing } from '../../wall/bar.tsx'
import { toneOf } from '../parts/alarm.ts'
import { Arriving } from '../parts/arriving.tsx'
import { Confetti } from '../parts/confetti.tsx'
import { paceWithin } from '../parts/pace-within.ts'
import { type Page, slotsOf } from '../parts/paging.ts'
import { PlanFigure } from './plan-figure.tsx'
import { PlanRow, PlanTrack } from './plan-row.tsx'
import { createPlanScale } from './plan-scale.ts'
import { atPlanWords, everybodyWords, spanWords } from './plan-words.ts'
import './plan-rows.css'

interface PlanRowsProps {
  readonly view: FormulaView
  readonly page: number
  readonly shown: Page<FormulaRow>
}

/** Above the rows, where no word stands. */
const Joy = () => (
  <span className="plan-joy" aria-hidden="true">
    <Confetti seed={1} />
    <Confetti seed={4} />
  </span>
)

const ColumnHead = ({ column: { metric, plannedFor } }: { readonly column: FormulaColumn }) => {
  const { say } = useSurroundings().format
  const span = spanWords(plannedFor, say)
  return (
    <span className="plan-metric">
      <span className="plan-metric-name" dir="auto" style={fitting(metric.name)}>
        {metric.name}
      </span>
      {span !== null && <span className="plan-metric-note line">{span}</span>}
    </span>
  )
}

/** "5 of 8 at plan": whose is nobody's business in this line. */
const AtPlan = ({ column }: { readonly column: FormulaColumn }) => {
  const { say } = useSurroundings().format
  const { atGoal, withGoal } = column
  if (withGoal === 0) return <span className="plan-sum">–</span>
  if (atGoal === withGoal)
    return (
      <span className="plan-sum" data-all="" {...phrase}>
        <Star />
        <span className="plan-sum-figure">
          {say({ id: 'formula.all-at-plan', defaultMessage: 'all {people}' }, { people: withGoal })}
        </span>
      </span>
    )
  return (
    <span className="plan-sum" {...phrase}>
      <span className="plan-sum-figure">{atGoal}</span>{' '}
      <span className="plan-sum-rest">{atPlanWords(column, say)}</span>
    </span>
  )
}

/** The team crosses the same line: what is done by all, of what is planned for all. */
const TeamTrack = ({ column, lineAt }: { readonly column: FormulaColumn; readonly lineAt: number }) => {
  const { team } = column
  const fraction = Math.min(1, Math.max(0, team.attainment ?? 0) * lineAt)
  return (
    <PlanTrack
      fraction={fraction}
      lineAt={lineAt}
      reached={team.state === 'reached'}
      crossedAfterMs={useCrossing(fraction, lineAt)}
      tone={toneOf(team.state, 'input')}
      tick={paceWithin(team)}
    />
  )
}

const TeamLine = ({ view, lineAt }: { readonly view: FormulaView; readonly lineAt: number }) => {
  const { say } = useSurroundings().format
  const [first, ...further] = view.columns
  if (!first) return null
  return (
    <div className="plan-line plan-team" data-reached={view.reached || undefined}>
      <span className="plan-team-sign">{view.reached && <Star />}</span>
      <span className="plan-body">
        <span className="plan-name plan-team-name line" {...phrase}>
          {view.reached ? everybodyWords(say) : say({ id: 'accountability.team', defaultMessage: 'Team' })}
          {!view.reached && (
            <span className="plan-team-count"> {`${first.atGoal} ${atPlanWords(first, say)}`}</span>
          )}
        </span>
        <TeamTrack column={first} lineAt={lineAt} />
      </span>
      <PlanFigure value={first.team.value} goal={first.team.goal} />
      {further.map((column) => (
        <AtPlan key={column.metric.id} column={column} />
      ))}
    </div>
  )
}

export const PlanRows = ({ view, page, shown }: PlanRowsProps) => {
  const { say } = useSurroundings().format
  const { rows, columns } = view
  const scale = useMemo(() => createPlanScale(Object.values(rows)), [rows])
  const [first, ...further] = columns
  if (!first) return null
  const style = {
    '--further': further.length,
    '--slots': shown.slots,
    '--least-slots': slotsOf(shown),
    '--filled': `${shown.slots}fr`,
    '--vacant': `${slotsOf(shown) - shown.slots}fr`,
    '--line-at': scale.lineAt,
  } as CSSProperties
  return (
    <section className="plans">
      <div
        className="plans-within"
        style={style}
        data-joy={view.reached || undefined}
        data-further={further.length}
      >
        <div className="plan-line plan-head">
          <span className="plan-head-sign" />
          <span className="plan-head-track">
            {view.reached && <Joy />}
            {first.withGoal > 0 && (
              <span className="plan-label" style={{ insetInlineStart: `${scale.lineAt * 100}%` }}>
                {say({ id: 'formula.plan', defaultMessage: 'PLAN' })}
              </span>
            )}
          </span>
          {columns.map((column) => (
            <ColumnHead key={column.metric.id} column={column} />
          ))}
        </div>
        <div className="plan-field">
          <span className="plan-line plan-lines" aria-hidden="true">
            <span className="plan-line-box">
              {first.withGoal > 0 && (
                <span className="plan-goal-line" style={{ insetInlineStart: `${scale.lineAt * 100}%` }} />
              )}
            </span>
          </span>
          <SameSize names={shown.rows.map(({ row }) => row.name)}>
            <ul className="plan-rows" key={page}>
              <Arriving rows={shown.rows} together={1}>
                {({ id, row, slot }) => (
                  <PlanRow
                    key={id}
                    row={row}
                    slot={slot}
                    fraction={scale.fraction(row)}
                    lineAt={scale.lineAt}
                  />
                )}
              </Arriving>
            </ul>
          </SameSize>
        </div>
        <TeamLine view={view} lineAt={scale.lineAt} />
      </div>
    </section>
  )
}

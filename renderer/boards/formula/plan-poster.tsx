// One person's day: what is left of it in one figure, then their bar, then each further step.
import { type CSSProperties, useMemo } from 'react'
import type { FormulaColumn, FormulaRow } from '../../../shared/wire/boards/formula-board.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useCrossing } from '../../wall/bar.tsx'
import { alarmOf, toneOf } from '../parts/alarm.ts'
import { paceWithin } from '../parts/pace-within.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { withoutRepeats } from '../parts/without-repeats.ts'
import { PlanCell } from './plan-cell.tsx'
import { PlanFigure } from './plan-figure.tsx'
import { PlanTrack } from './plan-row.tsx'
import { createPlanScale, endsAlone } from './plan-scale.ts'
import { nothingWords, spanWords } from './plan-words.ts'
import './plan-poster.css'

interface PlanPosterProps {
  readonly row: FormulaRow
  readonly columns: readonly FormulaColumn[]
  readonly scope: string
}

const unknown: Standing = { value: null, goal: null, attainment: null, pace: null, state: null }

/** "14 to go", with how they stand to the pace in a sign; a star once the plan is done. */
const ToGo = ({ standing: { value, goal, state } }: { readonly standing: Standing }) => {
  const { format } = useSurroundings()
  const { say } = format
  if (value === null || goal === null || state === null) return null
  return (
    <span className="plan-to-go" data-alarm={alarmOf(state)} {...phrase}>
      <span className="plan-to-go-sign">
        <StateSign state={state} />
      </span>{' '}
      {state === 'reached'
        ? say({ id: 'formula.day-done', defaultMessage: 'the day’s plan is done' })
        : say(
            { id: 'board.to-go', defaultMessage: '{amount} to go' },
            { amount: format.value(goal - value, 'count') },
          )}
    </span>
  )
}

const Lead = ({ row, column }: { readonly row: FormulaRow; readonly column: FormulaColumn }) => {
  const { say } = useSurroundings().format
  const scale = useMemo(() => createPlanScale([row], endsAlone), [row])
  const [first = unknown] = row.cells
  const fraction = scale.fraction(row)
  const crossedAfterMs = useCrossing(fraction, scale.lineAt)
  const tick = paceWithin(first)
  const reached = first.state === 'reached'
  return (
    <section className="plan-lead" data-reached={reached || undefined}>
      <span className="plan-lead-name line" dir="auto">
        {column.metric.name}
        <span className="plan-metric-note">
          {' '}
          {spanWords(column.plannedFor, say) ?? say({ id: 'formula.today', defaultMessage: 'today' })}
        </span>
      </span>
      <span className="plan-lead-figures">
        <PlanFigure value={first.value} goal={first.goal} />
        {row.nothing === null ? (
          <ToGo standing={first} />
        ) : (
          <span className="plan-nothing">{nothingWords(row.nothing, say)}</span>
        )}
      </span>
      {row.nothing === null && (
        <span className="plan-lead-track" style={{ '--line-at': scale.lineAt } as CSSProperties}>
          {tick !== null && (
            <span
              className="plan-pace-label"
              style={{ insetInlineStart: `${tick * scale.lineAt * 100}%` }}
              data-early={tick * scale.lineAt < 0.12 || undefined}
            >
              {say({ id: 'formula.pace-now', defaultMessage: 'pace now' })}
            </span>
          )}
          <PlanTrack
            fraction={fraction}
            lineAt={scale.lineAt}
            reached={reached}
            crossedAfterMs={crossedAfterMs}
            tone={toneOf(first.state, 'input')}
            tick={tick}
          />
        </span>
      )}
    </section>
  )
}

export const PlanPoster = ({ row, columns, scope }: PlanPosterProps) => {
  const { say } = useSurroundings().format
  const [first, ...further] = columns
  const what = withoutRepeats([row.team ?? '', row.role ?? ''], scope)
  if (!first) return null
  return (
    <article
      className="plan-poster"
      data-reached={row.cells[0]?.state === 'reached' || undefined}
      data-further={further.length}
      style={{ '--further': Math.max(1, further.length) } as CSSProperties}
    >
      <header className="plan-who" data-hue={row.hue}>
        <Avatar
          initials={row.initials}
          hue={row.hue}
          photo={row.photo}
          reached={row.cells[0]?.state === 'reached'}
        />
        <span className="plan-who-words">
          <PersonName name={row.name} />
          {what !== '' && (
            <span className="plan-role line" dir="auto">
              {what}
            </span>
          )}
        </span>
      </header>
      <Lead row={row} column={first} />
      {further.length > 0 && (
        <div className="plan-steps-further">
          {further.map(({ metric, plannedFor }, at) => (
            <section
              className="plan-step"
              key={metric.id}
              data-reached={row.cells[at + 1]?.state === 'reached' || undefined}
            >
              <span className="plan-step-head">
                <span className="plan-step-name line" dir="auto">
                  {metric.name}
                </span>
                <span className="plan-metric-note">
                  {spanWords(plannedFor, say) ?? say({ id: 'formula.today', defaultMessage: 'today' })}
                </span>
              </span>
              <PlanCell {...(row.cells[at + 1] ?? unknown)} />
            </section>
          ))}
        </div>
      )}
    </article>
  )
}

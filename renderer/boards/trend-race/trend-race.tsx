// A race as it happened: a line for each, the goal's among them, and at their ends who is who.

import { type CSSProperties, useMemo } from 'react'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'
import { SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Empty } from '../parts/empty.tsx'
import { midSentence } from '../parts/mid-sentence.ts'
import { figuresOf } from './end-figures.ts'
import { withGoalDue } from './goal-due.ts'
import { GoalEnd, LeaderEnd, RunnerEnd } from './race-end.tsx'
import { RacePlot } from './race-plot.tsx'
import { racePage } from './race-runners.ts'
import './trend-race.css'

interface TrendRaceProps {
  readonly view: TrendRaceView
  readonly page: number
  readonly pages: number
}

export const TrendRace = ({ view: told, page, pages }: TrendRaceProps) => {
  const view = useMemo(() => withGoalDue(told), [told])
  const { format, locale } = useSurroundings()
  const { say } = format
  const race = useMemo(() => racePage(view, page, pages), [view, page, pages])
  const { metric, show, goal } = view
  if (view.days.length === 0)
    return (
      <Empty headline={say({ id: 'race.empty', defaultMessage: 'The race has not begun' })}>
        {say(
          {
            id: 'race.empty-advice',
            defaultMessage:
              "A line for each appears here with the window''s first day: {metric}, as it happens.",
          },
          { metric: midSentence(metric.name, locale) },
        )}
      </Empty>
    )
  if (race.runners.length === 0)
    return (
      <Empty
        headline={
          view.of === 'teams'
            ? say({ id: 'board.no-teams', defaultMessage: 'No teams here yet' })
            : say({ id: 'race.nobody', defaultMessage: 'Nobody here yet' })
        }
      >
        {say(
          {
            id: 'race.nobody-advice',
            defaultMessage: 'Each gets a line here: {metric}, day by day.',
          },
          { metric: midSentence(metric.name, locale) },
        )}
      </Empty>
    )
  const ownRunners = race.runners.filter(({ hue }) => hue !== null)
  const widths = ownRunners.map(({ row }) => {
    const { main, beside, sign } = figuresOf(row, metric, show, format)
    return { main: textWidth(main), beside: textWidth(sign === null ? beside : `▲ ${beside}`) }
  })
  // The goal's own figure stands in the same column.
  const whole = goal === null || goal.amount === null ? '' : format.value(goal.amount, metric.unit)
  const style = {
    '--main-ems': Math.max(textWidth(whole), ...widths.map(({ main }) => main)).toFixed(1),
    '--beside-ems': Math.max(...widths.map(({ beside }) => beside)).toFixed(1),
    '--rank-figures':
      show === 'rank' ? Math.max(...ownRunners.map(({ row }) => `${row.rank ?? ''}`.length)) : 0,
  } as CSSProperties
  return (
    <section className="race" key={page} style={style}>
      <RacePlot view={view} race={race} />
      <SameSize names={ownRunners.map(({ row }) => row.name)}>
        <ul className="race-ends">
          {race.runners.map(({ id, row, hue, label }) =>
            hue === null ? (
              <LeaderEnd key={`leader ${id}`} row={row} metric={metric} show={show} at={label} />
            ) : (
              <RunnerEnd key={id} row={row} hue={hue} metric={metric} show={show} of={view.of} at={label} />
            ),
          )}
          {race.goal !== null && goal !== null && (
            <GoalEnd goal={goal} unit={metric.unit} over={view.over} at={race.goal.label} />
          )}
        </ul>
      </SameSize>
    </section>
  )
}

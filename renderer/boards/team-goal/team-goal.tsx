// The team goal as one bar across the wall: who added what, what it unlocks on the way, and what is left for each.

import { useRef } from 'react'
import type { TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { useLastSaid } from '../../wall/use-said.ts'
import { Empty } from '../parts/empty.tsx'
import { midSentence } from '../parts/mid-sentence.ts'
import { PaceWord } from '../parts/pace-word.tsx'
import { turnedMs, useRoom } from '../parts/room/room.tsx'
import { useGoalPassed } from '../parts/use-goal-passed.ts'
import { Ask } from './ask.tsx'
import { Gathered } from './gathered.tsx'
import { GoalBar } from './goal-bar.tsx'
import { GoalPair } from './goal-pair.tsx'
import { MilestoneList } from './milestone-list.tsx'
import { barEnd, milestonesOf } from './milestones.ts'
import './team-goal.css'

interface TeamGoalProps {
  readonly view: TeamGoalView
  /** The first is the bar's; on the others are those who have no part of their own. */
  readonly page: number
}

export const TeamGoal = ({ view, page }: TeamGoalProps) => {
  const { format, locale } = useSurroundings()
  const { say } = format
  const { metric, value, goal } = view
  const end = barEnd(view)
  const section = useRef<HTMLElement>(null)
  const room = useRoom()
  const share = (amount: number): number => (end > 0 ? Math.min(1, Math.max(0, amount / end)) : 0)
  const { state } = useGoalPassed(section, {
    id: `team ${view.scope}`,
    standing: view,
    fraction: share(value ?? 0),
    goalAt: goal === null ? null : share(goal),
    lastsMs: turnedMs,
    onCrossed: (_, afterMs) => room.turn(afterMs),
  })
  // What is left, and what it unlocks, is said anew once the bar is seen to pass: not before, and not in the same frame.
  const told = useLastSaid(view, view.state === 'reached' && state !== 'reached')
  const milestones = milestonesOf(told)
  if (end === 0)
    return (
      <Empty headline={say({ id: 'team-goal.empty', defaultMessage: 'Nothing added yet, and no goal set' })}>
        {say(
          {
            id: 'team-goal.empty-advice',
            defaultMessage:
              'With a goal for {metric}, this bar shows what everybody adds to it and what is left.',
          },
          { metric: midSentence(metric.name, locale) },
        )}
      </Empty>
    )
  const ofGoal = say(
    { id: 'board.of-goal', defaultMessage: 'of {goal}' },
    { goal: format.value(goal, metric.unit) },
  )
  const listed = view.thresholds.length > 0 && page === 0
  return (
    <section
      className="goal"
      ref={section}
      data-state={state ?? undefined}
      data-listed={listed || undefined}
      data-headless={goal === null || undefined}
    >
      {/* Without a goal all of it stands in the largest letters. */}
      {goal !== null && (
        <div className="goal-head">
          <span
            className="goal-figures"
            style={fittingFigure(format.value(value, metric.unit), ofGoal)}
            {...phrase}
          >
            <CountingNumber className="goal-value fitting-figure" amount={value} unit={metric.unit} />
            <span className="goal-of">{ofGoal}</span>
          </span>
          {/* By how much a goal was passed, or missed, is in the largest letters already. */}
          {state !== 'reached' && !view.isOver && <PaceWord paced={{ ...view, state }} metric={metric} />}
        </div>
      )}
      {page > 0 ? (
        <Gathered view={view} page={page - 1} />
      ) : (
        <GoalBar view={view} end={end} milestones={milestones} />
      )}
      {listed && <MilestoneList milestones={milestones} end={end} value={told.value} unit={metric.unit} />}
      <div className="goal-last" data-paired={view.pair !== null || undefined}>
        <Ask view={told} />
        {view.pair && <GoalPair pair={view.pair} />}
      </div>
    </section>
  )
}

// The team's goal at the foot of a board: what everyone has added to it, and where it should be by now.

import { type CSSProperties, memo, useRef } from 'react'
import type { TeamBar } from '../../../shared/wire/boards/leaderboard-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Along } from '../../wall/along.tsx'
import { around } from '../parts/around.ts'
import { goalBeside, isLongBeside } from '../parts/beside-goal.ts'
import { PaceWord } from '../parts/pace-word.tsx'
import { turnedMs, useRoom } from '../parts/room/room.tsx'
import { Stack } from '../parts/stack/stack.tsx'
import { stackParts } from '../parts/stack/stack-parts.ts'
import { useGoalPassed } from '../parts/use-goal-passed.ts'
import { withoutRepeats } from '../parts/without-repeats.ts'
import './team-goal.css'

interface TeamGoalProps {
  readonly team: TeamBar
  readonly metric: ViewMetric
}

export const TeamGoal = memo(({ team, metric }: TeamGoalProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const { unit } = metric
  const isLong = isLongBeside(team, unit, format)
  const ofGoal =
    team.goal === null
      ? null
      : say(
          { id: 'board.of-goal', defaultMessage: 'of {goal}' },
          { goal: goalBeside(team.goal, unit, isLong, format) },
        )
  const end = Math.max(team.goal ?? 0, team.value ?? 0)
  const share = (amount: number): number => (end > 0 ? Math.min(1, Math.max(0, amount / end)) : 0)
  const name = withoutRepeats([team.name])
  const [before, after] = around((whose) =>
    say({ id: 'leaderboard.team-goal', defaultMessage: '{team} goal' }, { team: whose }),
  )
  const section = useRef<HTMLElement>(null)
  const room = useRoom()
  const { state } = useGoalPassed(section, {
    id: `team ${team.name}`,
    standing: team,
    fraction: share(team.value ?? 0),
    goalAt: team.goal === null ? null : share(team.goal),
    lastsMs: turnedMs,
    onCrossed: (_, afterMs) => room.turn(afterMs),
  })
  // While nothing is due yet there is no place for it.
  const pace = team.pace === null || team.goal === null || team.pace <= 0 ? null : share(team.pace)
  return (
    <section className="team" ref={section} data-reached={state === 'reached' || undefined}>
      <span className="gold-light" />
      <div className="team-left">
        <span className="quiet line" {...phrase}>
          {team.goal === null ? (
            <>
              <bdi>{name}</bdi> · {say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })}
            </>
          ) : (
            <>
              {before}
              <bdi>{name}</bdi>
              {after}
            </>
          )}
        </span>
        <span
          className="team-figures fitting-pair"
          data-long={isLong || undefined}
          style={fittingFigure(format.value(team.value, unit), ofGoal ?? '')}
          {...phrase}
        >
          <CountingNumber className="team-value fitting-figure" amount={team.value} unit={unit} />
          {ofGoal !== null && <span className="team-of fitting-beside">{ofGoal}</span>}
        </span>
      </div>
      <div className="team-bar">
        <div className="team-track">
          <Stack parts={stackParts(team, end)} />
          <span className="team-gold" />
        </div>
        {pace !== null && (
          <>
            <Along at={pace}>
              <span className="pace-tick" />
            </Along>
            <span className="pace-label" style={{ '--at': `${pace * 100}%` } as CSSProperties}>
              {say({ id: 'board.pace-today', defaultMessage: 'pace today' })}
            </span>
          </>
        )}
        {team.goal !== null && share(team.goal) < 1 && (
          <Along at={share(team.goal)}>
            <span className="team-goal-mark" />
          </Along>
        )}
      </div>
      {team.goal !== null && (
        <div className="team-right">
          <PaceWord paced={{ ...team, state }} metric={metric} />
        </div>
      )}
    </section>
  )
})
TeamGoal.displayName = 'TeamGoal'

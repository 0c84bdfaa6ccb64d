// The line at the foot of a leaderboard: who has just passed whom, else the best of the period before while this one
// begins, else by turns who is next over the line and the latest deal, else what it is about.
import { useEffect, useState } from 'react'
import type { LeaderboardRow, LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { around } from '../parts/around.ts'
import { FootNote } from '../parts/foot-note.tsx'
import { LatestDeal } from '../parts/latest-deal.tsx'
import { nounOf } from '../parts/noun-of.ts'
import { LastBest } from './last-best.tsx'
import { type NextOver, nextOver } from './next-over.ts'
import { type Passing, passingOf } from './passing.ts'
import './leaderboard-foot.css'

const passingMs = 5000
const minuteMs = 60_000

/** For five seconds after somebody has passed another one. */
const usePassing = (view: LeaderboardView): Passing | null => {
  const { calm } = useSurroundings()
  const [last, setLast] = useState(view)
  const [passing, setPassing] = useState<Passing | null>(null)
  if (last !== view) {
    setLast(view)
    const next = calm ? null : passingOf(last, view)
    if (next !== null) setPassing(next)
  }
  useEffect(() => {
    if (passing === null) return
    const timer = setTimeout(() => setPassing(null), passingMs)
    return () => clearTimeout(timer)
  }, [passing])
  return passing
}

interface LeaderboardFootProps {
  readonly view: LeaderboardView
  /** Feed clock, epoch ms, at most a minute old. */
  readonly now: number
}

export const LeaderboardFoot = ({ view, now }: LeaderboardFootProps) => {
  const passing = usePassing(view)
  if (passing !== null) return <Passed key={`${passing.by.name} ${passing.by.value}`} passing={passing} />
  if (view.last) return <LastBest last={view.last} metric={view.metric} />
  const next = nextOver(view)
  const isDealsTurn = Math.floor(now / minuteMs) % 2 === 1
  if (view.latest !== null && (next === null || isDealsTurn))
    return <LatestDeal latest={view.latest} now={now} />
  return next === null ? <FootNote text={view.metric.objective} /> : <Next next={next} view={view} />
}

const Face = ({ row }: { readonly row: LeaderboardRow }) => (
  <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} />
)

const Passed = ({ passing: { by, past } }: { readonly passing: Passing }) => {
  const { say } = useSurroundings().format
  const [before, after] = around((who) =>
    say({ id: 'leaderboard.passed', defaultMessage: '{by} passed {past}' }, { by: who, past: past.name }),
  )
  return (
    <span className="leader-note" data-new {...phrase}>
      <Face row={by} />
      <span className="line">
        {before}
        <strong>
          <bdi>{by.name}</bdi>
        </strong>
        {after}
      </span>
    </span>
  )
}

interface NextProps {
  readonly next: NextOver
  readonly view: Pick<LeaderboardView, 'metric'>
}

const Next = ({ next: { row, left }, view: { metric } }: NextProps) => {
  const { format, locale } = useSurroundings()
  const step = format.value(left, metric.unit)
  const amount = metric.unit === 'count' ? `${step} ${nounOf(step, metric.noun, locale)}` : step
  const [before, after] = around((whole) =>
    format.say(
      { id: 'leaderboard.next-over', defaultMessage: '{amount} to go: next over the line' },
      { amount: whole },
    ),
  )
  return (
    <span className="leader-note" {...phrase}>
      <Face row={row} />
      <span className="line">
        <bdi>{row.short}</bdi> · {before}
        <strong>{amount}</strong>
        {after}
      </span>
    </span>
  )
}

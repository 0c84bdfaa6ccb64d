// The news at the foot of a leaderboard: the last deal that somebody closed.
import type { LatestDeal } from '../../../wire/boards/leaderboard-board.ts'
import type { MetricPlan } from '../../counting/metric-plan.ts'
import type { RecentWin } from '../../counting/recent-wins.ts'
import type { Member } from '../../people/roster.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { dayMs } from '../../time/calendar-date.ts'
import type { Faces } from '../face.ts'

/** A deal older than this is no news. */
const newsDays = 7

/** By one of `members`, as of an instant (epoch ms); null for inputs, which no deal is news of. */
export const latestDeal = (
  { engine, model: { roster } }: Numbers,
  plan: MetricPlan,
  members: readonly Member[],
  faceOf: Faces,
  ms: number,
): LatestDeal | null => {
  if (plan.metric.indicator !== 'output') return null
  const shown = new Set(members.map(({ subject }) => subject))
  const win = engine.wonDeals.recent.latest(ms, (subject) => shown.has(subject))
  if (!win || win.at < ms - newsDays * dayMs) return null
  const closer = roster.personAt(win.subject)
  return {
    rep: closer ? faceOf(closer, 0).name : roster.nameOf(win.subject),
    account: win.account,
    amount: win.amountMinor,
    at: win.at,
  }
}

/** The win that is that news, known by when it closed (epoch ms); null where it is there no more. */
export const latestWin = (
  { engine }: Numbers,
  members: readonly Member[],
  ms: number,
  at: number,
): RecentWin | null => {
  const shown = new Set(members.map(({ subject }) => subject))
  const win = engine.wonDeals.recent.latest(ms, (subject) => shown.has(subject))
  return win?.at === at ? win : null
}

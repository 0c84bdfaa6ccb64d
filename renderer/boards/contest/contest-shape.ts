// How a contest is drawn follows from how it is won, how long it takes, and how far it has come.
import type { ContestRow, ContestStandings } from '../../../shared/wire/contests/standings.ts'

const mostPowerHourMs = 3 * 3_600_000

/** Wins that stand as columns beside each other. */
const inColumns: ReadonlySet<string> = new Set(['most', 'over', 'first-to', 'improved'])

export type ContestShape =
  | 'none'
  | 'announced'
  | 'hidden'
  | 'final'
  | 'power-hour'
  | 'standings'
  | 'race'
  | 'relay'
  | 'collect'
  | 'raffle'
  | 'bracket'

export const shapeOf = (standings: ContestStandings | null): ContestShape => {
  if (standings === null || standings.phase === 'draft' || standings.phase === 'called-off') return 'none'
  const { phase, win, isByTheClock, from, until, hidden } = standings
  if (phase === 'announced') return 'announced'
  if (win.by === 'bracket') return 'bracket'
  if (win.by === 'raffle') return 'raffle'
  if (phase === 'final') return 'final'
  if (phase === 'running' && isByTheClock && until - from <= mostPowerHourMs && inColumns.has(win.by))
    return 'power-hour'
  if (hidden) return 'hidden'
  switch (win.by) {
    case 'first-to':
      return 'race'
    case 'relay':
      return 'relay'
    case 'collect':
      return 'collect'
    default:
      return 'standings'
  }
}

export const inOrder = ({ rows }: Pick<ContestStandings, 'rows'>): readonly ContestRow[] =>
  Object.values(rows).sort((a, b) => a.place - b.place)

/** Of a reign it is the time for which they held it. */
export const unitOf = ({ win, unit }: Pick<ContestStandings, 'win' | 'unit'>): ContestStandings['unit'] =>
  win.by === 'king' ? 'days' : unit

export const winnersOf = (standings: ContestStandings): readonly ContestRow[] =>
  inOrder(standings).filter(({ isIn }) => isIn)

// What it takes to move up, beside a row.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { ContestRow, ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { unitOf } from './contest-shape.ts'

export const stepWords = (
  row: ContestRow,
  standings: ContestStandings,
  { say, value, delta }: Format,
): string => {
  const { win, phase, line, atLeast } = standings
  const { missing, isIn, rank, tooLittle } = row
  if (tooLittle && atLeast !== null)
    return say({ id: 'contest.too-little', defaultMessage: 'needs {least}' }, { least: atLeast })
  if (phase !== 'running') return ''
  if (win.by === 'king') return isIn ? say({ id: 'contest.on-hill', defaultMessage: 'holds the hill' }) : ''
  if (line !== null && isIn) return say({ id: 'contest.in', defaultMessage: 'is in' })
  if (missing === null || missing <= 0) return ''
  const unit = unitOf(standings)
  // What a percentage lacks to another is told in points.
  const amount = unit === 'percent' ? delta(missing, unit).replace(/^\+/, '') : value(missing, unit)
  if (line !== null) return say({ id: 'contest.to-line', defaultMessage: '{amount} to go' }, { amount })
  return rank === null
    ? ''
    : say({ id: 'contest.to-move-up', defaultMessage: '{amount} to move up' }, { amount })
}

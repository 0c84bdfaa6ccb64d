// Cuts what a TV has shown at midnight, so that each day has its own.
import { formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../../shared/domain/time/zone.ts'
import type { Play } from '../../../../shared/wire/play.ts'
import type { ShownPiece } from '../../store/screen-store.ts'

/** A piece is at most an hour long: it touches two days at most. The time that it came on counts for the first. */
export const piecesOf = (
  { nth, board, startedAt, ms, goesOn }: Play,
  { tv, screen }: { readonly tv: string; readonly screen: string },
  zone: Zone,
): readonly ShownPiece[] => {
  const first = zone.dayAt(startedAt)
  const midnight = zone.startOf(first + 1)
  const before = Math.round(Math.min(ms, midnight - startedAt))
  const piece = { tv, nth, screen, board, day: formatDay(first), times: goesOn ? 0 : 1, ms: before }
  return before >= ms ? [piece] : [piece, { ...piece, day: formatDay(first + 1), times: 0, ms: ms - before }]
}

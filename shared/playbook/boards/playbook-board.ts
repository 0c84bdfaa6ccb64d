// A board of the playbook: one of a floor file, and where it has its place.
import type { z } from 'zod'
import type { Board } from '../../wire/floor.ts'

export type BoardEntry = z.input<typeof Board>

/** `turn`: in its folder's own playlist. The others belong to the week's meetings. */
export type Place = 'turn' | 'monday' | 'mid-week'

export interface PlaybookBoard {
  readonly place: Place
  /** How long it needs to be read. */
  readonly seconds: number
  readonly board: BoardEntry
}

export const turn = (seconds: number, board: BoardEntry): PlaybookBoard => ({ place: 'turn', seconds, board })

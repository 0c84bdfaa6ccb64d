// A board of the playbook: a floor file's board, with the playlist it belongs to and the seconds it is shown.
import type { z } from 'zod'
import type { Board } from '../../wire/floor.ts'

export type BoardEntry = z.input<typeof Board>

/** `turn`: in its folder's own playlist. The others are for the week's meetings. */
export type Place = 'turn' | 'monday' | 'mid-week'

export interface PlaybookBoard {
  readonly place: Place
  /** How long it is shown: the time that reading it takes. */
  readonly seconds: number
  readonly board: BoardEntry
}

export const turn = (seconds: number, board: BoardEntry): PlaybookBoard => ({ place: 'turn', seconds, board })

// The three folders, role by role: what a floor's boards and playlists are sorted by.
import { accountabilityBoards } from './boards/accountability.ts'
import { birdsEyeBoards } from './boards/birds-eye.ts'
import type { PlaybookBoard } from './boards/playbook-board.ts'
import { resultBoards } from './boards/results.ts'
import type { PlaybookRole, Shape } from './shape.ts'

export interface Folder {
  readonly id: 'accountability' | 'results' | 'birds-eye'
  readonly name: string
  /** The question it answers. */
  readonly asks: string
  boardsOf(shape: Shape, role: PlaybookRole): readonly PlaybookBoard[]
}

export const folders: readonly Folder[] = [
  {
    id: 'accountability',
    name: 'Accountability',
    asks: 'are reps doing the work?',
    boardsOf: accountabilityBoards,
  },
  { id: 'results', name: 'Results', asks: 'is the team seeing results?', boardsOf: resultBoards },
  { id: 'birds-eye', name: "Bird's-eye", asks: 'is the org?', boardsOf: birdsEyeBoards },
]

export const roleNames: Readonly<Record<PlaybookRole, string>> = { ae: 'AE', sdr: 'SDR' }

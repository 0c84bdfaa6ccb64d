// What the stage draws around a board: what a board says itself, or has not got, is left out.
import type { BoardView } from '../../../shared/wire/view.ts'

interface Around {
  readonly clock: boolean
  /** Which of its pages is on. */
  readonly page: boolean
  /** How old the numbers are. That they are stale is told around every board. */
  readonly age: boolean
  /** Where the rotation is. */
  readonly progress: boolean
}

const usual: Around = { clock: true, page: true, age: true, progress: true }

export const aroundOf = (kind: BoardView['kind'] | undefined): Around => {
  switch (kind) {
    case 'announcement':
      return { ...usual, age: false }
    case 'spotlight':
      // A page is a person, and who they are is written large.
      return { ...usual, page: false }
    case 'calm':
      return { clock: false, page: false, age: false, progress: false }
    default:
      return usual
  }
}

// What a TV has to know of a kind of board.
import type { ReactNode } from 'react'
import type { BoardKind, ViewOf } from '../../shared/wire/boards.ts'
import type { Shape } from './parts/paging.ts'

export interface SceneOf<K extends BoardKind> {
  readonly view: ViewOf<K>
  /** Counts from 0. */
  readonly page: number
  readonly pages: number
  /** Feed clock, epoch ms, at most a minute old. */
  readonly now: number
}

/** What the stage draws around a board. */
export interface Around {
  readonly clock: boolean
  /** Which of its pages is on. */
  readonly page: boolean
  /** How old the numbers are. That they are stale is told around every board. */
  readonly age: boolean
  /** Where the rotation is. */
  readonly progress: boolean
}

export interface BoardDrawing<K extends BoardKind> {
  /** The whole scene: as a rule a `BoardFrame` around the board, with the line at its foot. */
  readonly draw: (scene: SceneOf<K>) => ReactNode
  /** Into how many pages the view goes on a screen of that shape, 1 at least. */
  readonly pages: (view: ViewOf<K>, shape: Shape) => number
  /** How long a page is on at least, ms; left out, as long as any page. */
  readonly leastPageMs?: number
  /** What is not drawn around it, because it says that itself or does not have it. */
  readonly around?: Partial<Around>
}

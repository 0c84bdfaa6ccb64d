// A number on a board, with what it is made of.
import type { WorkedBy } from '../../../wire/figures.ts'
import type { Unit } from '../../../wire/view-parts.ts'
import type { FactsQuestion } from './facts-question.ts'

export interface Term {
  readonly name: string
  readonly value: number | null
  readonly unit: Unit
  /** The id of the figure that it is, where the board has it too. */
  readonly figure?: string
}

export interface FigureWorking {
  readonly by: WorkedBy
  readonly terms: readonly Term[]
  /** In words, instead of the usual ones. */
  readonly says?: string
  /** Its terms say more of people than the board shows. */
  readonly isPrivate?: boolean
}

export interface Figure {
  readonly id: string
  readonly name: string
  readonly unit: Unit
  readonly value: number | null
  /** How the wall writes it; left out, as a value of its unit. */
  readonly as?: 'attainment' | 'change' | 'delta'
  readonly window: string | null
  readonly facts: FactsQuestion | null
  readonly working: FigureWorking | null
  readonly note: string | null
}

export interface Figures {
  readonly id: string
  readonly name: string
  readonly figures: readonly Figure[]
  /** The points of the lines that are drawn of it, the oldest first. */
  readonly line?: readonly Figure[]
}

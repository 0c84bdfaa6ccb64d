// Whether what is due is enough for what is missing, in the sign of a goal's state.
import type { ReactNode } from 'react'
import type { CoverState } from '../../../shared/wire/boards/results-board.ts'
import { StateSign } from '../parts/state-sign.tsx'

/** Null where nothing can be said for or against. */
export const coverSign = (cover: CoverState | null): ReactNode => {
  if (cover === 'covered') return <StateSign state="on pace" />
  return cover === 'short' ? <StateSign state="behind" /> : null
}

// What a bar beside its goal does as it passes: when that is seen, what may be said of it until then, and the light.
import type { RefObject } from 'react'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { useCrossing } from '../../wall/bar.tsx'
import { useCrossed } from '../../wall/use-crossed.ts'
import { useLastSaid, useSaid } from '../../wall/use-said.ts'

interface GoalPassed {
  /** Of the page, and the same for the same subject on every board. */
  readonly id: string
  readonly standing: Pick<Standing, 'value' | 'goal' | 'pace' | 'state'>
  /** Where the bar ends, and where its goal is, as shares of the track. */
  readonly fraction: number
  readonly goalAt: number | null
  readonly isQuiet?: boolean | undefined
  readonly lastsMs?: number
  readonly onCrossed?: (id: string, afterMs: number) => void
}

interface Passing {
  readonly afterMs: number
  /** What is said in words and colours: not that it is reached before it is. */
  readonly state: Standing['state']
}

export const useGoalPassed = (element: RefObject<HTMLElement | null>, passed: GoalPassed): Passing => {
  const { standing, fraction, goalAt } = passed
  const afterMs = useCrossing(fraction, goalAt)
  const reached = standing.state === 'reached'
  const said = useSaid(reached, afterMs)
  const state = useLastSaid(standing.state, reached && !said)
  useCrossed(element, { ...passed, afterMs })
  return { afterMs, state }
}

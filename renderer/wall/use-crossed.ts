// The best second of somebody's day: for two seconds after a bar has passed its goal, what it belongs to says so by light.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Standing } from '../../shared/wire/view-parts.ts'
import { useSurroundings } from '../ui/surroundings.tsx'
import { useGold, useGoldSubject } from './gold.ts'
import './gold.css'

/** As long as the style sheet's animations of what has crossed. */
const lightMs = 2000

interface Crosser {
  /** Whose standing it is, on whichever board. */
  readonly id: string
  readonly standing: Pick<Standing, 'value' | 'goal' | 'pace' | 'state'>
  /** When the bar's end passes the goal, ms. */
  readonly afterMs: number
  /** Nobody is lit who does not want to be celebrated. */
  readonly isQuiet?: boolean | undefined
  /** How long it is marked, ms; left out, as long as its light. */
  readonly lastsMs?: number | undefined
  readonly onCrossed?: (id: string, afterMs: number) => void
}

/**
 * By a number of one's own: a goal that was lowered, or judged for the first time, was not passed. While nothing is due
 * there is no state, and a goal all the same.
 */
const passes = (before: Crosser['standing'], after: Crosser['standing']): boolean =>
  after.state === 'reached' &&
  before.state !== 'reached' &&
  (before.state !== null || (before.pace === 0 && before.value !== null)) &&
  before.goal === after.goal &&
  before.value !== after.value

/**
 * Marks an element as crossed for as long as its light lasts. What comes on with its goal reached is not: that was
 * earlier. What falls back by a correction and passes again is not either: that was shown.
 */
export const useCrossed = (element: RefObject<HTMLElement | null>, crosser: Crosser): void => {
  const { calm } = useSurroundings()
  const gold = useGold()
  const subject = useGoldSubject()
  const was = useRef(crosser.standing)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLayoutEffect(() => {
    const { id, standing, afterMs, isQuiet, lastsMs = lightMs, onCrossed } = crosser
    const before = was.current
    was.current = standing
    const lit = element.current
    if (calm || isQuiet || lit === null || !passes(before, standing)) return
    if (!gold.show(JSON.stringify([subject, id, standing.goal]), afterMs)) return
    clearTimeout(timer.current)
    lit.style.setProperty('--crossed-after', `${Math.round(afterMs)}ms`)
    lit.dataset['crossed'] = ''
    timer.current = setTimeout(() => delete lit.dataset['crossed'], afterMs + lastsMs)
    onCrossed?.(id, afterMs)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}

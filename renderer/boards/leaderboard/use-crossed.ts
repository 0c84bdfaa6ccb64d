// The best second of somebody's day: for two seconds after a bar has passed its goal, its row says so by light.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useSurroundings } from '../../ui/surroundings.tsx'

/** As long as the style sheet's animations of a row that has crossed. */
const lightMs = 2000

/**
 * Marks a row as crossed for as long as its light lasts. A row that comes on with its goal reached is not: that was earlier.
 * `afterMs`: when the bar's end passes the goal.
 */
export const useCrossed = (row: RefObject<HTMLElement | null>, reached: boolean, afterMs: number): void => {
  const { calm } = useSurroundings()
  const was = useRef(reached)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLayoutEffect(() => {
    const crosses = reached && !was.current
    was.current = reached
    const element = row.current
    if (!crosses || calm || element === null) return
    clearTimeout(timer.current)
    element.style.setProperty('--crossed-after', `${Math.round(afterMs)}ms`)
    element.dataset['crossed'] = ''
    timer.current = setTimeout(() => delete element.dataset['crossed'], afterMs + lightMs)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}

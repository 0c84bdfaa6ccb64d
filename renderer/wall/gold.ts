// Which crossings of a goal a page has shown: each is shown and heard once, whatever corrections come after it.
import { createContext, useContext } from 'react'

export interface Gold {
  /**
   * Whether a crossing is to be shown, which it is once.
   * @param crossing who passed which goal of what
   * @param afterMs until it is seen
   */
  show(crossing: string, afterMs: number): boolean
}

/** Of a wall that runs for months, the last of them: a goal is seldom passed again after so many others. */
const mostKept = 2000

/** @param ring what is heard, after so many ms */
export const createGold = (ring: (afterMs: number) => void): Gold => {
  const shown = new Set<string>()
  return {
    show: (crossing, afterMs) => {
      if (shown.has(crossing)) return false
      shown.add(crossing)
      const [oldest] = shown
      if (shown.size > mostKept && oldest !== undefined) shown.delete(oldest)
      ring(afterMs)
      return true
    },
  }
}

const silent = (): void => undefined

const GoldContext = createContext<Gold>(createGold(silent))
export const GoldProvider = GoldContext.Provider
export const useGold = (): Gold => useContext(GoldContext)

/** What the numbers of a board are of: its metric and its window. Another board of the same shows the same crossings. */
const SubjectContext = createContext('')
export const GoldSubject = SubjectContext.Provider
export const useGoldSubject = (): string => useContext(SubjectContext)

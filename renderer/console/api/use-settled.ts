import { useEffect, useState } from 'react'

/** What was wanted last for `pauseMs`, so that whoever still types is waited for. `first`: until there is such. */
export const useSettled = (
  wanted: string | null,
  pauseMs: number,
  first: string | null = null,
): string | null => {
  const [settled, setSettled] = useState(first)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), pauseMs)
    return () => clearTimeout(timer)
  }, [wanted, pauseMs])
  return settled
}

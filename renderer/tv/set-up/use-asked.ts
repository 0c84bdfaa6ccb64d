// What the shell says, asked again and again while it is shown.
import { useEffect, useState } from 'react'

/** `first` until the shell has answered; the same object for as long as it says the same. */
export const useAsked = <Answer>(ask: () => Promise<Answer>, everyMs: number, first: Answer): Answer => {
  const [answer, setAnswer] = useState(first)
  useEffect(() => {
    let isOpen = true
    const look = async (): Promise<void> => {
      const now = await ask()
      if (!isOpen) return
      setAnswer((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
    }
    void look()
    const timer = setInterval(() => void look(), everyMs)
    return () => {
      isOpen = false
      clearInterval(timer)
    }
  }, [ask, everyMs])
  return answer
}

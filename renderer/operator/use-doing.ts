// Does something, says what came of it, and asks for all that is shown anew.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from '../console/kit/toasts.tsx'
import { useSay } from '../console/words/words.tsx'
import { NodeRefusal, overviewQuery } from './ask-node.ts'

/** A sentence for whoever pressed the button. */
export const useRefusalWords = (): ((error: unknown) => string) => {
  const say = useSay()
  return (error) =>
    error instanceof NodeRefusal && error.message !== ''
      ? error.message
      : say({
          id: 'operator.unreachable',
          defaultMessage: 'The node does not answer. Nothing was changed; try again.',
        })
}

interface Doing {
  readonly isDoing: boolean
  /** What went wrong the last time; null: nothing. */
  readonly fault: string | null
  readonly forget: () => void
  /** True once it is done. `done` is said then. */
  readonly act: (work: () => Promise<unknown>, done: string | null) => Promise<boolean>
}

export const useDoing = (): Doing => {
  const client = useQueryClient()
  const words = useRefusalWords()
  const [isDoing, setDoing] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  return {
    isDoing,
    fault,
    forget: () => setFault(null),
    act: async (work, done) => {
      setDoing(true)
      setFault(null)
      try {
        await work()
        if (done !== null) toast({ said: done, tone: 'done' })
        return true
      } catch (error) {
        setFault(words(error))
        return false
      } finally {
        setDoing(false)
        void client.invalidateQueries(overviewQuery)
      }
    },
  }
}

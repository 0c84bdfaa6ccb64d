// Does something on the feed that is no edit of the floor, and says how it went.
import { useCallback } from 'react'
import { ApiFailure } from '../api/request.ts'
import { toast } from '../kit/toasts.tsx'
import { useFailureWords } from './failure-words.ts'

/** What is said about it is null where the page shows it anyway. Resolves with whether it was done. */
export const useAct = (): ((work: () => Promise<string | null>) => Promise<boolean>) => {
  const failureWords = useFailureWords()
  return useCallback(
    async (work) => {
      try {
        const said = await work()
        if (said !== null) toast({ said, tone: 'done' })
        return true
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error
        // The dialog over the page asks for it already.
        if (error.code !== 'unauthorized') toast({ said: failureWords(error), tone: 'bad' })
        return false
      }
    },
    [failureWords],
  )
}

// Sends a form: once at a time, and with what went wrong in words.
import { useState } from 'react'
import { ApiFailure } from '../api/request.ts'
import { useFailureWords } from './failure-words.ts'

interface Submit {
  readonly busy: boolean
  /** A sentence about the last try; null where it went well, or none was made. */
  readonly fault: string | null
  /** Resolves with whether it was done. */
  readonly submit: (work: () => Promise<void>) => Promise<boolean>
}

export const useSubmit = (): Submit => {
  const failureWords = useFailureWords()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async (work: () => Promise<void>) => {
    setBusy(true)
    setFault(null)
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      setFault(failureWords(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, fault, submit }
}

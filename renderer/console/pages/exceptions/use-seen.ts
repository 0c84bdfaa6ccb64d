// Tells the feed once what somebody has had in front of them, and remembers for this visit what was new.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ExceptionEntry } from '../../../../shared/wire/exceptions.ts'
import { exceptionsQuery, noteSeen } from '../../api/exceptions.ts'
import { ApiFailure } from '../../api/request.ts'

/** Shorter than that nobody has looked. */
const lookMs = 2000
const mostAtOnce = 500

/** The ids of those that nobody had seen before. */
export const useSeen = (open: readonly ExceptionEntry[]): ReadonlySet<string> => {
  const client = useQueryClient()
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const unseen = open.flatMap(({ id, seenAt }) => (seenAt === null ? [id] : []))
  const key = unseen.join('\n')
  useEffect(() => {
    if (key === '') return
    const ids = key.split('\n')
    setFresh((known) => new Set([...known, ...ids]))
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return
      noteSeen(ids.slice(0, mostAtOnce)).then(
        () => client.invalidateQueries({ queryKey: exceptionsQuery.queryKey, exact: true }),
        (error) => {
          // They stay new, and are told with the next visit.
          if (!(error instanceof ApiFailure)) throw error
        },
      )
    }, lookMs)
    return () => clearTimeout(timer)
  }, [key, client])
  return fresh
}

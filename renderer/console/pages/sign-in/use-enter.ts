// After signing in: asks anew who is there, and goes to the page that the person wanted.
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { meQuery } from '../../api/queries.ts'

/** `to`: an address of the console without `/console`; left out, its first page. */
export const useEnter = (): ((to?: string) => Promise<void>) => {
  const client = useQueryClient()
  const router = useRouter()
  return async (to = '/') => {
    // What was refused to nobody is asked for again.
    await client.fetchQuery({ ...meQuery, staleTime: 0 })
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
    await router.navigate({ to, replace: true })
  }
}

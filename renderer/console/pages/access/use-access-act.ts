// Does something to who may come in, and looks at the lists anew.
import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../shell/use-act.ts'

export const useAccessAct = (): ((work: () => Promise<string | null>) => Promise<boolean>) => {
  const act = useAct()
  const client = useQueryClient()
  return async (work) => {
    const done = await act(work)
    for (const key of ['accounts', 'invitations', 'sessions', 'tokens', 'me'])
      void client.invalidateQueries({ queryKey: [key] })
    return done
  }
}

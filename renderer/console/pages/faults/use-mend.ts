// Mends something and says so, with a way back.
import { useQueryClient } from '@tanstack/react-query'
import type { Fix } from '../../../../shared/wire/mending.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { mend, undoFix } from '../../api/mending.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { toast } from '../../kit/toasts.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'

/** Takes back what was mended, and says so. */
export const useUndoFix = (): ((id: string) => Promise<boolean>) => {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  return (id) =>
    act(async () => {
      await undoFix(client, id)
      return say({ id: 'console.faults.undone.said', defaultMessage: 'It is as it was before.' })
    })
}

/** Resolves with whether it was done; what went wrong is said. `id`: the same as what was looked at beforehand. */
export const useMend = (): ((fix: Fix, id?: string) => Promise<boolean>) => {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const undo = useUndoFix()
  const version = useFloor()?.version
  return async (fix, id = newUuid()) => {
    if (version === undefined) return false
    const isDone = await act(async () => {
      await mend(client, { id, version, fix })
      return null
    })
    if (isDone)
      toast({
        said:
          fix.do === 'right' || fix.do === 'seen'
            ? say({ id: 'console.faults.noted.said', defaultMessage: 'Noted: it is told no more.' })
            : say({ id: 'console.faults.mended.said', defaultMessage: 'Mended. The past is counted anew.' }),
        tone: 'done',
        action: {
          name: say({ id: 'console.faults.undo', defaultMessage: 'Undo' }),
          onAction: () => void undo(id),
        },
      })
    return isDone
  }
}

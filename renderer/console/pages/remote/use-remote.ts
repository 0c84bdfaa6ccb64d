// One screen as its remote sees it: who holds it, what it shows, what can be asked of it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Control, ControlAction } from '../../../../shared/wire/control.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { ScreenStatus } from '../../../../shared/wire/screens.ts'
import { controlKey } from '../../api/live-line.ts'
import { useMay, useMe } from '../../api/queries.ts'
import { controlScreens, readControl } from '../../api/screen-actions.ts'
import { useSession } from '../../api/session.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useScreens } from '../screens/use-screens.ts'

export interface Remote {
  readonly file: FloorFile
  readonly screen: FloorFile['screens'][number]
  readonly status: ScreenStatus | undefined
  readonly control: Control
  /** What the screen shows; null while nothing is known of it. */
  readonly board: FloorFile['boards'][number] | null
  /** Whoever is signed in, as holders are called. */
  readonly own: string
  readonly mine: boolean
  readonly mayControl: boolean
  /** Resolves with whether it was done; what goes wrong is said. */
  readonly ask: (action: ControlAction, said?: string) => Promise<boolean>
}

/** `pending`: on its way. `unknown`: the floor has no such screen. */
export const useRemote = (screenId: string): Remote | 'pending' | 'unknown' => {
  const screens = useScreens()
  const me = useMe()
  const may = useMay()
  const session = useSession()
  const client = useQueryClient()
  const act = useAct()
  const { data: control } = useQuery({
    queryKey: controlKey(screenId),
    queryFn: ({ signal }) => readControl(screenId, signal),
    staleTime: 60_000,
    enabled: screens?.screens.some(({ screen }) => screen.id === screenId) ?? false,
  })
  // As long as the page is open, the others see that there is a remote.
  useEffect(() => {
    session.watch(screenId)
    return () => session.watch(null)
  }, [session, screenId])
  if (!screens || !me) return 'pending'
  const known = screens.screens.find(({ screen }) => screen.id === screenId)
  if (!known) return 'unknown'
  if (!control) return 'pending'
  const { screen, status } = known
  const shown = control.hold?.board ?? status?.board ?? null
  const own = me.account ? `account:${me.account.id}` : 'local'
  return {
    file: screens.file,
    screen,
    status,
    control,
    board: screens.file.boards.find(({ id }) => id === shown) ?? null,
    own,
    mine: control.hold?.holder.id === own,
    mayControl: may.control,
    ask: (action, said) =>
      act(async () => {
        await controlScreens(client, [screenId], action)
        return said ?? null
      }),
  }
}

// What this TV has been told to do from afar, and does until it is over.
import type { CommandMessage } from '../../../shared/wire/socket.ts'
import { createStore, type Store } from '../../live/store.ts'

export interface Orders {
  readonly isIdentifying: boolean
  readonly isAsleep: boolean
  /** Null until a sound was asked for. */
  readonly sound: 'ready' | 'blocked' | null
}

interface OrdersOptions {
  /** Of this window alone: a TV that was put to sleep stays asleep over a reload. */
  readonly session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly reload: () => void
  readonly playTone: () => Promise<'ready' | 'blocked'>
  readonly sendPicture: (id: string) => Promise<void>
  /** What was asked for cannot be done here. */
  readonly onError: (error: unknown) => void
}

const asleepKey = 'floorboard:asleep'
const identifyMs = 10_000

export const createOrders = (
  options: OrdersOptions,
): { readonly now: Store<Orders>; take(message: CommandMessage): void } => {
  const { session, reload, playTone, sendPicture, onError } = options
  const isAsleep = session.getItem(asleepKey) !== null
  const now = createStore<Orders>({ isIdentifying: false, isAsleep, sound: null })
  const set = (change: Partial<Orders>) => now.set((before) => ({ ...before, ...change }))
  let identifying: ReturnType<typeof setTimeout> | null = null

  const take = ({ command, id }: CommandMessage): void => {
    switch (command) {
      case 'reload':
        reload()
        return
      case 'identify':
        if (identifying !== null) clearTimeout(identifying)
        set({ isIdentifying: true })
        identifying = setTimeout(() => set({ isIdentifying: false }), identifyMs)
        return
      case 'tone':
        void playTone().then((sound) => set({ sound }), onError)
        return
      case 'screenshot':
        void sendPicture(id).catch(onError)
        return
      case 'sleep':
        session.setItem(asleepKey, 'yes')
        set({ isAsleep: true })
        return
      case 'wake':
        session.removeItem(asleepKey)
        set({ isAsleep: false })
    }
  }
  return { now, take }
}

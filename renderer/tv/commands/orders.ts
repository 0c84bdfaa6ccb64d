// What this TV has been told to do from afar, and does until it is over.
import type { CommandMessage } from '../../../shared/wire/socket.ts'
import { createStore, type Store } from '../../live/store.ts'
import { awake, type TimesNow } from './keep-times.ts'

export interface Orders {
  readonly isIdentifying: boolean
  /** It was told to, or it is time to. */
  readonly isAsleep: boolean
  /** When it wakes by itself, epoch ms, feed clock; null where nobody knows, and while it is awake. */
  readonly wakesAt: number | null
  /** What is left of its light at this time, from 0 to 1. */
  readonly light: number
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
/** The end of the sleep from which it was woken before its time. */
const wokenKey = 'floorboard:woken-until'
const identifyMs = 10_000

export const createOrders = (
  options: OrdersOptions,
): {
  readonly now: Store<Orders>
  take(message: CommandMessage): void
  /** Its times of sleep and of less light have begun or ended. */
  setTimes(times: TimesNow): void
} => {
  const { session, reload, playTone, sendPicture, onError } = options
  let times = awake
  const sleep = (): Pick<Orders, 'isAsleep' | 'wakesAt'> => {
    const isTold = session.getItem(asleepKey) !== null
    const isTime = times.wakesAt !== null && session.getItem(wokenKey) !== String(times.wakesAt)
    return { isAsleep: isTold || isTime, wakesAt: isTime && !isTold ? times.wakesAt : null }
  }
  const now = createStore<Orders>({ isIdentifying: false, ...sleep(), light: times.light, sound: null })
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
        session.removeItem(wokenKey)
        set(sleep())
        return
      case 'wake':
        session.removeItem(asleepKey)
        // Until the end of this sleep; the next one comes in its time.
        if (times.wakesAt !== null) session.setItem(wokenKey, String(times.wakesAt))
        set(sleep())
    }
  }
  return {
    now,
    take,
    setTimes: (next) => {
      times = next
      set({ ...sleep(), light: times.light })
    },
  }
}

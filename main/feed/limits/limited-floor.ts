// A floor whose facts come in as its limits allow. What withdraws facts is never kept out: it makes room.
import type { FactWrite } from '../store/log.ts'
import type { Limits } from './limits.ts'

interface TakesFacts<T> {
  readonly submit: (writes: readonly FactWrite[]) => Promise<T>
}

const bringsFacts = (writes: readonly FactWrite[]): boolean => writes.some(({ fact }) => fact !== null)

/** `submit` rejects with `LimitReached` while no more may come in. */
export const refusingFloor = <T, Floor extends TakesFacts<T>>(
  floor: Floor & TakesFacts<T>,
  limits: Pick<Limits, 'admitFacts'>,
): Floor => ({
  ...floor,
  submit: async (writes: readonly FactWrite[]) => {
    if (bringsFacts(writes)) limits.admitFacts()
    return await floor.submit(writes)
  },
})

/** `submit` waits until more may come in; it rejects with `LimitReached` where waiting does not help. */
export const waitingFloor = <T, Floor extends TakesFacts<T>>(
  floor: Floor & TakesFacts<T>,
  limits: Pick<Limits, 'waitForFacts'>,
): Floor => ({
  ...floor,
  submit: async (writes: readonly FactWrite[]) => {
    if (bringsFacts(writes)) await limits.waitForFacts()
    return await floor.submit(writes)
  },
})

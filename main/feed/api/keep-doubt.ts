// How doubts of those who have not signed in are taken: so many a minute, and what cannot be kept is said.
import type { Clock } from '../clock.ts'
import { addressKey } from '../screens/pairing/address-key.ts'
import { createRequestThrottle } from '../screens/pairing/request-throttle.ts'
import { MendingUnavailable } from '../store/mending-store.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'

/** Nobody writes faster; an office behind one address scans a wall’s code together. */
const aMinuteOfEach = 5
const aMinuteOfAll = 20

export const createDoubtThrottle = (clock: Pick<Clock, 'now'>) => {
  const each = createRequestThrottle(aMinuteOfEach)
  const all = createRequestThrottle(aMinuteOfAll)
  return (address: string): void => {
    const now = clock.now()
    const until = each.take(addressKey(address), now) ?? all.take('', now)
    if (until === null) return
    const retryAfterSeconds = Math.max(1, Math.ceil((until - now) / 1000))
    throw new ApiError('too-many-tries', `That is many at once. Try again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    })
  }
}

export const keepDoubt = (add: () => ReturnType<ApiParts['doubts']['add']>): { readonly at: number } => {
  try {
    const taken = add()
    if (taken === 'full')
      throw new ApiError('too-busy', 'So many wait for an answer already that no more are taken.')
    if ('code' in taken) throw new ApiError(taken.code, taken.message)
    return taken
  } catch (error) {
    if (!(error instanceof MendingUnavailable)) throw error
    throw new ApiError('log-unavailable', `Nothing can be written at the moment: ${error.message}.`)
  }
}

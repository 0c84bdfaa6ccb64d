// How doubts are taken: so many a minute, and what cannot be kept is said.
import type { FastifyRequest } from 'fastify'
import { byOf, isKnown } from '../access/principal.ts'
import type { Clock } from '../clock.ts'
import { addressKey } from '../screens/pairing/address-key.ts'
import { createRequestThrottle } from '../screens/pairing/request-throttle.ts'
import { ApiError } from './api-error.ts'
import type { ApiParts } from './api-parts.ts'
import { keptMending } from './kept-mending.ts'

/** Nobody writes faster; an office behind one address scans a wall’s code together. */
const aMinuteOfEach = 5
/** Of all who have not said who they are, together. */
const aMinuteOfUnknown = 20

export const createDoubtThrottle = (clock: Pick<Clock, 'now'>) => {
  const each = createRequestThrottle(aMinuteOfEach)
  const unknown = createRequestThrottle(aMinuteOfUnknown)
  return ({ principal, ip }: Pick<FastifyRequest, 'principal' | 'ip'>): void => {
    const now = clock.now()
    const until = isKnown(principal)
      ? each.take(byOf(principal), now)
      : (each.take(addressKey(ip), now) ?? unknown.take('', now))
    if (until === null) return
    const retryAfterSeconds = Math.max(1, Math.ceil((until - now) / 1000))
    throw new ApiError('too-many-tries', `That is many at once. Try again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    })
  }
}

export const keepDoubt = async (
  add: () => ReturnType<ApiParts['doubts']['add']>,
): Promise<{ readonly at: number }> => {
  const taken = await keptMending(add)
  if (taken === 'full')
    throw new ApiError('too-busy', 'So many wait for an answer already that no more are taken.')
  if ('code' in taken) throw new ApiError(taken.code, taken.message)
  return taken
}

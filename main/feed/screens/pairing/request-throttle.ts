// How often one address may ask for something that anybody may ask for: so many in a minute, evenly refilled.

export interface RequestThrottle {
  /** Counts the request. Null: go on. Else the instant, epoch ms, at which the next one may come. */
  take(address: string, now: number): number | null
}

const minuteMs = 60_000
/** Addresses that are remembered; the one that has asked for nothing for longest is forgotten first. */
const mostRemembered = 20_000

export const createRequestThrottle = (perMinute: number): RequestThrottle => {
  const known = new Map<string, { left: number; at: number }>()
  return {
    take: (address, now) => {
      const before = known.get(address) ?? { left: perMinute, at: now }
      const left = Math.min(perMinute, before.left + (Math.max(0, now - before.at) * perMinute) / minuteMs)
      known.delete(address)
      known.set(address, { left: left < 1 ? left : left - 1, at: now })
      for (const oldest of known.keys()) {
        if (known.size <= mostRemembered) break
        known.delete(oldest)
      }
      return left < 1 ? now + Math.ceil(((1 - left) * minuteMs) / perMinute) : null
    },
  }
}

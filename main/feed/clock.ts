// The feed's only source of time. Tests pass in a clock that they turn.
export interface Clock {
  /** Epoch ms. */
  now(): number
}

export const systemClock: Clock = { now: Date.now }

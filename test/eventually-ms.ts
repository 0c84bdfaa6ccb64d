/** Longer than a slow, busy machine needs for anything: how long it took is no matter of a test. */
export const eventuallyMs = 60_000

import { vi } from 'vitest'
import { eventuallyMs } from './eventually-ms.ts'

/** Asks again and again until the check throws no more, and resolves with what it gives; rejects with its last error. */
export const eventually = <T>(check: () => T | Promise<T>, everyMs = 50): Promise<T> =>
  vi.waitFor(check, { timeout: eventuallyMs, interval: everyMs })

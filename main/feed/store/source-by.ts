// The causes that facts of sources have in the log.
import type { By } from './log.ts'

/** What has just changed at the vendor. */
export const sourceBy = (id: string): By => `source:${id}`

/** What is read of the past, or put right: nothing of it is celebrated, whenever it says that it happened. */
export const pastBy = (id: string): By => `past:${id}`

export const isOfPast = (by: By): boolean => by.startsWith('past:')

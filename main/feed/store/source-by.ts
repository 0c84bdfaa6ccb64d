// The causes that facts of sources and imports have in the log.
import type { By } from './log.ts'

/** What has just changed at the vendor. */
export const sourceBy = (id: string): By => `source:${id}`

/** What is read of the past, or put right: nothing of it is celebrated, whenever it says that it happened. */
export const pastBy = (id: string): By => `past:${id}`

/** Of all that an import writes. */
export const byOfImport = (id: string): By => `import:${id}`
/** Of all that undoing it writes. */
export const byOfUndo = (id: string): By => `import-undo:${id}`

export const isOfPast = (by: By): boolean => by.startsWith('past:')

/** What comes by the thousand, and of which nobody waits for the single one. */
export const isOfBulk = (by: By): boolean => isOfPast(by) || /^import(-undo)?:/.test(by)

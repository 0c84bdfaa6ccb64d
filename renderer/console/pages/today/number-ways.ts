// The ways on which a floor gets its numbers, none before the others: by itself, from a file, by hand. One is enough.
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { ImportListing } from '../../../../shared/wire/imports.ts'

export type NumberWay = 'connected' | 'file' | 'by-hand'

type Known = Pick<FloorFile, 'floor' | 'sources' | 'tables' | 'inbound'>

/** Facts of it are on the floor: it came to its end with some, and was not undone. A withdrawal brings none. */
const hasBrought = ({ what, done, undone }: ImportListing): boolean =>
  what === 'import' && !undone && done !== null && done.accepted > 0

/** Which of them the floor has. */
export const numberWays = (
  { floor, sources, tables, inbound }: Known,
  imports: readonly ImportListing[],
): Readonly<Record<NumberWay, boolean>> => ({
  connected: sources.length + tables.length + inbound.length > 0,
  file: imports.some(hasBrought),
  'by-hand': floor.byHand.length > 0,
})

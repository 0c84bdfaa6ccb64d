// How much of the database a floor takes. Entries are never changed, so that only those after the last measure are looked at.
import type { Asks, Statement } from './postgres-database.ts'

/** Of a row, its page's and its indexes' part, without its texts; measured on PostgreSQL 15. */
const entryBytes = 120
const headBytes = 171
const besideBytes = 140

/** Two who measure at once count nothing twice: the later finds another `measured`. */
const measure: Statement = {
  name: 'floor-measure',
  text: `WITH was AS (SELECT measured FROM floor WHERE floor = $1::int
    ), more AS (
      SELECT max(e.seq) AS last, sum(octet_length(e.key) + octet_length(e.by) + coalesce(octet_length(e.body), 0) + ${entryBytes}) AS bytes
      FROM was, entry e WHERE e.floor = $1::int AND e.seq > was.measured
    ), aside AS (
      SELECT coalesce(sum(octet_length(file) + octet_length(part) + coalesce(octet_length(body), 0) + ${besideBytes}), 0) AS bytes
      FROM beside WHERE floor = $1::int
    ) UPDATE floor f SET measured = coalesce(more.last, was.measured), log_bytes = f.log_bytes + coalesce(more.bytes, 0),
      used = f.log_bytes + coalesce(more.bytes, 0) + f.facts * ${headBytes} + aside.bytes
    FROM was, more, aside WHERE f.floor = $1::int AND f.measured = was.measured RETURNING f.used`,
}
const measureEveryMs = 60_000

const last: Statement = { name: 'floor-used', text: 'SELECT used FROM floor WHERE floor = $1::int' }

/** Bytes; 0 of a floor that is not there. */
export const measureFloor = async (asks: Asks, floor: number): Promise<number> => {
  const rows = await asks.ask(measure, [floor])
  return Number((rows[0] ?? (await asks.ask(last, [floor]))[0])?.[0] ?? 0)
}

export interface FloorUsage {
  /** As they were measured last. */
  bytes(): number
  close(): void
}

/** Measured each minute while the floor is open, also for whoever lists it. */
export const openFloorUsage = (asks: Asks, floor: number, onError: (error: unknown) => void): FloorUsage => {
  let bytes = 0
  const measureNow = (): void =>
    void measureFloor(asks, floor).then((measured) => {
      bytes = measured
    }, onError)
  measureNow()
  const timer = setInterval(measureNow, measureEveryMs).unref()
  return { bytes: () => bytes, close: () => clearInterval(timer) }
}

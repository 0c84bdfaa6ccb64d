// A floor that comes from elsewhere: in one transaction, so that a copy that is cut off leaves nothing, and no node sees it
// before it is whole.

import type { FloorLimits } from '../../../../shared/wire/floor-limits.ts'
import { BadSetUp } from '../../bad-set-up.ts'
import type { NumberedRow } from '../log-copy.ts'
import { type BesideRow, putBeside, putEntries, putHeads } from './copied-rows.ts'
import { readFloorName } from './floor-name.ts'
import type { PostgresDatabase, Statement } from './postgres-database.ts'
import { hasCode } from './trouble.ts'

/** A floor that lies beside the one that it is a copy of is another floor. $1 name, $2 identity, then the limits. */
const make: Statement = {
  name: 'copy-make',
  text: `INSERT INTO floor (name, identity, facts_a_minute, tvs, bytes)
    SELECT $1::text, CASE WHEN EXISTS (SELECT FROM floor WHERE identity = $2::text)
      THEN replace(gen_random_uuid()::text, '-', '') ELSE $2::text END, $3::int, $4::int, $5::bigint
    RETURNING floor`,
}
/** Keys of facts begin with a bracket, and those of nothing else do. $1 floor, $2 seq, $3 beside. */
const number: Statement = {
  name: 'copy-number',
  text: `UPDATE floor SET seq = $2::bigint, beside = $3::bigint,
      facts = (SELECT count(*) FROM head WHERE floor = $1::int AND key >= '[' AND key < '\\')
    WHERE floor = $1::int
    RETURNING facts, (SELECT count(*) FROM entry WHERE floor = $1::int),
      (SELECT count(*) FROM beside WHERE floor = $1::int AND body IS NOT NULL)`,
}
const putSnapshot: Statement = {
  name: 'copy-snapshot-put',
  text: "INSERT INTO snapshot (floor, seq, bytes) VALUES ($1::int, $2::bigint, decode($3::text, 'base64'))",
}

/** What came of a copy, counted where it came to. */
export interface Counted {
  readonly facts: number
  readonly entries: number
  /** Rows and files beside the log. */
  readonly beside: number
}

export interface NewFloorCopy {
  takeEntries(rows: readonly NumberedRow[]): Promise<void>
  takeBeside(rows: readonly BesideRow[]): Promise<void>
  /** `bytes` in base64. */
  takeSnapshot(seq: number, bytes: string): Promise<void>
  /** What stands under each key, by the entries after `after`. */
  standAfter(after: number): Promise<void>
  /** The last numbers of the log and of what lies beside it. */
  count(seq: number, beside: number): Promise<Counted>
  /** From now on it is a floor like any other. */
  commit(): Promise<void>
  /** Nothing of it stands, unless it was committed. */
  close(): Promise<void>
}

/** Throws `BadSetUp` where the name is taken, or no host name. */
export const openNewFloorCopy = async (
  database: PostgresDatabase,
  {
    name,
    identity,
    limits,
  }: { readonly name: string; readonly identity: string; readonly limits: FloorLimits },
): Promise<NewFloorCopy> => {
  const hostName = readFloorName(name)
  const session = await database.session(true)
  try {
    await session.run('BEGIN')
    const values = [hostName, identity, limits.factsAMinute, limits.tvs, limits.bytes]
    const floor = Number((await session.ask(make, values))[0]?.[0])
    return {
      takeEntries: (rows) => putEntries(session, floor, rows),
      takeBeside: (rows) => putBeside(session, floor, rows),
      takeSnapshot: async (seq, bytes) => void (await session.ask(putSnapshot, [floor, seq, bytes])),
      standAfter: (after) => putHeads(session, floor, after),
      count: async (seq, beside) => {
        const [row] = await session.ask(number, [floor, seq, beside])
        return { facts: Number(row?.[0]), entries: Number(row?.[1]), beside: Number(row?.[2]) }
      },
      commit: () => session.run('COMMIT'),
      close: () => session.close(),
    }
  } catch (error) {
    await session.close()
    if (!hasCode(error, '23505')) throw error
    throw new BadSetUp(
      `A floor is called ${hostName} already in ${database.address.shown}: nothing was copied.`,
      {
        cause: error,
      },
    )
  }
}

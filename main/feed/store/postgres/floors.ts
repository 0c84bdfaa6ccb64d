// The floors of a database as whoever runs it sees them: made, listed, limited, renamed, removed. A floor that runs meanwhile
// is taken from its owner by its epoch: whatever the owner still writes comes to nothing, and its next beat says so.

import { type FloorLimits, noLimits } from '../../../../shared/wire/floor-limits.ts'
import { BadSetUp } from '../../bad-set-up.ts'
import { readFloorName } from './floor-name.ts'
import type { Asks, Row, Statement } from './postgres-database.ts'
import { hasCode } from './trouble.ts'

export interface ListedFloor {
  readonly floor: number
  readonly name: string
  /** Of its log. */
  readonly identity: string
  /** The living node that owns it; null: nobody. */
  readonly owner: { readonly id: number; readonly name: string; readonly url: string } | null
  readonly entries: number
  /** That stand. */
  readonly facts: number
  /** The last change of what lies beside the log. */
  readonly beside: number
  /** As they were measured last. */
  readonly bytes: number
  readonly limits: FloorLimits
  /** Epoch ms, of the last entry; null where there is none. */
  readonly lastAt: number | null
  /** Why no node claims it; null: it is open. */
  readonly closed: string | null
}

/** A node that has not beaten for so long owns nothing any more. */
const living = "n.beat > now() - interval '3 s'"

const columns = `f.floor, f.name, f.identity, n.id, n.name, n.url, f.seq, f.facts, f.beside, f.used,
  f.facts_a_minute, f.tvs, f.bytes, e.at, f.closed
  FROM floor f LEFT JOIN node n ON n.id = f.owner AND ${living}
  LEFT JOIN LATERAL (SELECT at FROM entry WHERE floor = f.floor AND seq = f.seq LIMIT 1) e ON true`
const list: Statement = { name: 'floors-list', text: `SELECT ${columns} ORDER BY f.name` }
const named: Statement = { name: 'floors-named', text: `SELECT ${columns} WHERE f.name = $1::text` }

const orNull = (text: string | null | undefined): number | null => (text == null ? null : Number(text))

const listedFloor = (row: Row): ListedFloor => {
  const [floor, name, identity, node, nodeName, url, entries, facts, beside, bytes, ...rest] = row
  const [factsAMinute, tvs, mostBytes, lastAt, closed = null] = rest
  return {
    ...{ floor: Number(floor), name: name ?? '', identity: identity ?? '' },
    owner: node == null ? null : { id: Number(node), name: nodeName ?? '', url: url ?? '' },
    ...{ entries: Number(entries), facts: Number(facts), beside: Number(beside), bytes: Number(bytes) },
    limits: { factsAMinute: orNull(factsAMinute), tvs: orNull(tvs), bytes: orNull(mostBytes) },
    ...{ lastAt: orNull(lastAt), closed },
  }
}

/** By name. */
export const listFloors = async (asks: Asks): Promise<readonly ListedFloor[]> =>
  (await asks.ask(list, [])).map(listedFloor)

const notThere = (name: string): BadSetUp =>
  new BadSetUp(`No floor is called ${name}; "floorboard floor list" shows them.`)
const taken = (name: string, cause?: unknown): BadSetUp =>
  new BadSetUp(`A floor is called ${name} already: names are given once.`, { cause })

/** Throws `BadSetUp` where there is none, or `name` is no host name. */
export const findFloor = async (asks: Asks, name: string): Promise<ListedFloor> => {
  const hostName = readFloorName(name)
  const [row] = await asks.ask(named, [hostName])
  if (row === undefined) throw notThere(hostName)
  return listedFloor(row)
}

/** $1 name, then the limits: facts a minute, TVs, bytes; $5 why it is closed, or null. */
const create: Statement = {
  name: 'floors-create',
  text: `INSERT INTO floor (name, facts_a_minute, tvs, bytes, closed)
    VALUES ($1::text, $2::int, $3::int, $4::bigint, $5::text)
    RETURNING floor, identity`,
}

export interface CreatedFloor {
  readonly floor: number
  readonly name: string
  readonly identity: string
}

/** Nodes find it within a second and open it, unless it is `closed`. Throws `BadSetUp` where the name is taken, or no host name. */
export const createFloor = async (
  asks: Asks,
  name: string,
  limits: FloorLimits = noLimits,
  closed: string | null = null,
): Promise<CreatedFloor> => {
  const hostName = readFloorName(name)
  try {
    const { factsAMinute, tvs, bytes } = limits
    const [row] = await asks.ask(create, [hostName, factsAMinute, tvs, bytes, closed])
    return { floor: Number(row?.[0]), name: hostName, identity: row?.[1] ?? '' }
  } catch (error) {
    throw hasCode(error, '23505') ? taken(hostName, error) : error
  }
}

const limit: Statement = {
  name: 'floors-limit',
  text: 'UPDATE floor SET facts_a_minute = $2::int, tvs = $3::int, bytes = $4::bigint WHERE floor = $1::int',
}

/** Those that are left out stay. The floor's node hears of it within a second. Throws `BadSetUp`. */
export const limitFloor = async (
  asks: Asks,
  name: string,
  changed: Partial<FloorLimits>,
): Promise<FloorLimits> => {
  const { floor, limits } = await findFloor(asks, name)
  const next = { ...limits, ...changed }
  await asks.ask(limit, [floor, next.factsAMinute, next.tvs, next.bytes])
  return next
}

/** Its owner lets go, and it is opened anew under its new name. */
const rename: Statement = {
  name: 'floors-rename',
  text: 'UPDATE floor SET name = $2::text, owner = NULL, epoch = epoch + 1 WHERE floor = $1::int',
}

/** Returns its name from now on. Throws `BadSetUp`. */
export const renameFloor = async (asks: Asks, name: string, to: string): Promise<string> => {
  const hostName = readFloorName(to)
  const { floor } = await findFloor(asks, name)
  try {
    await asks.ask(rename, [floor, hostName])
  } catch (error) {
    throw hasCode(error, '23505') ? taken(hostName, error) : error
  }
  return hostName
}

const close: Statement = {
  name: 'floors-close',
  text: 'UPDATE floor SET closed = $2::text, owner = NULL, epoch = epoch + 1 WHERE floor = $1::int RETURNING seq',
}

/**
 * From now on its owner writes nothing more, and no node claims it: what lies there is the last of it. `why`: a part of a
 * sentence.
 */
export const closeFloor = async (asks: Asks, floor: number, why: string): Promise<void> => {
  await asks.ask(close, [floor, why])
}

const reopen: Statement = {
  name: 'floors-reopen',
  text: 'UPDATE floor SET closed = NULL WHERE floor = $1::int',
}

export const reopenFloor = async (asks: Asks, floor: number): Promise<void> => {
  await asks.ask(reopen, [floor])
}

/** Rows at a time: nobody waits for a statement of minutes. */
const removedAtOnce = 20_000

const removals: readonly Statement[] = ['entry', 'head', 'beside', 'snapshot'].map((table) => ({
  name: `floors-remove-${table}`,
  text: `WITH gone AS (
    DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE floor = $1::int LIMIT ${removedAtOnce}))
    RETURNING 1
  ) SELECT count(*) FROM gone`,
}))
/** One that was opened meanwhile stays. */
const removeRow: Statement = {
  name: 'floors-remove',
  text: 'DELETE FROM floor WHERE floor = $1::int AND closed IS NOT NULL',
}

/** All of it. A removal that is cut off leaves it closed, and is asked for again. */
export const removeFloor = async (asks: Asks, floor: number): Promise<void> => {
  await closeFloor(asks, floor, 'it is being removed')
  for (const statement of removals)
    while (Number((await asks.ask(statement, [floor]))[0]?.[0]) >= removedAtOnce);
  await asks.ask(removeRow, [floor])
}

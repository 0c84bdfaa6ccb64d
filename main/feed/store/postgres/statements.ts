// The statements of the log. Texts travel joined by a record separator (U+001E), which neither JSON nor a cause holds: nothing
// is escaped by the driver, and nothing unescaped by the server. `-`, which is no JSON, stands for null. Plans are fixed: each
// lookup is a LATERAL … LIMIT 1, so that no statistics can make a join of it.
import { floorKey } from '../entry-key.ts'
import type { EntryRow } from '../pending-group.ts'
import type { Statement } from './postgres-database.ts'

const separator = '\u001e'
const texts = (n: number): string => `string_to_array($${n}::text, E'\\x1e', '-')`
const numbers = (n: number): string => `$${n}::text::bigint[]`

export const joined = (all: readonly (string | null)[]): string =>
  all.map((text) => text ?? '-').join(separator)
export const literal = (all: readonly (number | null)[]): string =>
  `{${all.map((n) => n ?? 'null').join(',')}}`

/** What stands under keys that come joined. $1 floor. */
const standing = (keys: number): string =>
  `SELECT w.key, e.seq, e.body FROM string_to_table($${keys}::text, E'\\x1e') AS w(key)
    CROSS JOIN LATERAL (SELECT seq FROM head WHERE floor = $1::int AND key = w.key LIMIT 1) h
    CROSS JOIN LATERAL (SELECT seq, body FROM entry WHERE floor = $1::int AND seq = h.seq LIMIT 1) e`

/**
 * One transaction in one round trip, so that a node that is stopped in the middle holds no lock. It writes nothing unless this
 * node still owns the floor, the floor still ends where it thinks, and none of the keys of $11 stands: what stands under them
 * is returned then. What becomes of the head of a key: 1 it stood nowhere, 2 it stands, -1 it is withdrawn, 0 nothing (written
 * again later in the group). A record that is said to be new and stands is refused, and its group with it.
 */
export const append: Statement = {
  name: 'append',
  text: `WITH known AS MATERIALIZED (${standing(11)}
  ), mine AS (
    UPDATE floor SET seq = $3::bigint + cardinality(${numbers(5)}), facts = facts + $4::bigint
    WHERE floor = $1::int AND epoch = $2::bigint AND seq = $3::bigint AND NOT EXISTS (SELECT FROM known)
    RETURNING floor
  ), rows AS MATERIALIZED (
    SELECT mine.floor, $3::bigint + r.n AS seq, r.at, r.by, r.key, r.before_seq, r.body, r.head
    FROM mine, unnest(${numbers(5)}, ${texts(6)}, ${texts(7)}, ${numbers(8)}, ${texts(9)}, $10::text::int[])
      WITH ORDINALITY AS r(at, by, key, before_seq, body, head, n)
  ), entries AS (
    INSERT INTO entry (floor, seq, at, by, key, before_seq, body) SELECT floor, seq, at, by, key, before_seq, body FROM rows
  ), arrives AS (
    INSERT INTO head (floor, key, seq) SELECT floor, key, seq FROM rows WHERE head = 1
  ), changes AS (
    UPDATE head h SET seq = r.seq FROM rows r WHERE r.head = 2 AND h.floor = r.floor AND h.key = r.key
  ), goes AS (
    DELETE FROM head h USING rows r WHERE r.head = -1 AND h.floor = r.floor AND h.key = r.key
  ) SELECT m.count, k.key, k.seq, k.body FROM (SELECT count(*) FROM mine) m LEFT JOIN known k ON true`,
}

/** What becomes of the head of each row's key. */
const headChanges = (rows: readonly EntryRow[]): readonly number[] => {
  const stood = new Map<string, boolean>()
  const last = new Map<string, number>()
  for (const [index, { key, beforeSeq }] of rows.entries()) {
    if (!stood.has(key)) stood.set(key, beforeSeq !== null)
    last.set(key, index)
  }
  return rows.map(({ key, body }, index) => {
    if (last.get(key) !== index) return 0
    const isThere = stood.get(key) === true
    return body === null ? (isThere ? -1 : 0) : isThere ? 2 : 1
  })
}

interface AppendPlace {
  readonly floor: number
  readonly epoch: number
  /** The last entry before these. */
  readonly after: number
  /** By how many the facts that stand become more. */
  readonly facts: number
  /** Keys that are taken for new: where one stands, nothing is written. */
  readonly newKeys: readonly string[]
}

export const appendValues = (
  { floor, epoch, after, facts, newKeys }: AppendPlace,
  rows: readonly EntryRow[],
): readonly (string | number)[] => [
  floor,
  epoch,
  after,
  facts,
  literal(rows.map(({ at }) => at)),
  joined(rows.map(({ by }) => by)),
  joined(rows.map(({ key }) => key)),
  literal(rows.map(({ beforeSeq }) => beforeSeq)),
  joined(rows.map(({ body }) => body)),
  literal(headChanges(rows)),
  joined(newKeys),
]

/** $1 floor, $2 keys, joined. */
export const headsOf: Statement = { name: 'heads', text: standing(2) }

/** $1 floor, $2 after, $3 up to, $4 at most. */
export const tail: Statement = {
  name: 'tail',
  text: `SELECT e.seq, e.at, e.by, e.key, e.body, b.body FROM entry e
    LEFT JOIN LATERAL (SELECT body FROM entry WHERE floor = e.floor AND seq = e.before_seq LIMIT 1) b ON true
    WHERE e.floor = $1::int AND e.seq > $2::bigint AND e.seq <= $3::bigint ORDER BY e.seq LIMIT $4::int`,
}

/** Of an entry: another one under its number has another, whatever became of the entries before it. */
const mark = 'md5(e::text)'

/** $1 floor, $2 from, $3 at most. With the mark of each. */
export const tailWithMarks: Statement = {
  name: 'tail-marks',
  text: `SELECT e.seq, e.at, e.by, e.key, e.body, b.body, ${mark} FROM entry e
    LEFT JOIN LATERAL (SELECT body FROM entry WHERE floor = e.floor AND seq = e.before_seq LIMIT 1) b ON true
    WHERE e.floor = $1::int AND e.seq >= $2::bigint ORDER BY e.seq LIMIT $3::int`,
}

/** $1 floor. Where its log ends, and the mark of its last entry. */
export const endOfFloor: Statement = {
  name: 'end',
  text: `SELECT f.identity, f.seq, f.facts, (SELECT ${mark} FROM entry e WHERE e.floor = f.floor AND e.seq = f.seq)
    FROM floor f WHERE f.floor = $1::int`,
}

/** $1 floors, $2 the last entry of each that is known: where the logs end, and the marks of these entries now. */
export const endsOfFloors: Statement = {
  name: 'ends',
  text: `SELECT f.floor, f.seq, w.seq, m.mark FROM unnest(${numbers(1)}, ${numbers(2)}) AS w(floor, seq)
    JOIN floor f ON f.floor = w.floor
    LEFT JOIN LATERAL (
      SELECT ${mark} AS mark FROM entry e WHERE e.floor = f.floor AND e.seq = w.seq LIMIT 1
    ) m ON true`,
}

/** $1 floor, $2 before, $3 at most. */
export const floorsBefore: Statement = {
  name: 'floors',
  text: `SELECT seq, at, by, key, body, NULL FROM entry
    WHERE floor = $1::int AND seq < $2::bigint AND key = '${floorKey}' ORDER BY seq DESC LIMIT $3::int`,
}

/** $1 floor, $2 and $3: between which keys, $4 at most. The last ones first. */
export const recordsBetween: Statement = {
  name: 'records',
  text: `SELECT e.seq, e.at, e.by, e.key, e.body, NULL FROM (
      SELECT seq FROM head WHERE floor = $1::int AND key > $2::text AND key < $3::text ORDER BY seq DESC LIMIT $4::int
    ) h CROSS JOIN LATERAL (
      SELECT seq, at, by, key, body FROM entry WHERE floor = $1::int AND seq = h.seq LIMIT 1
    ) e ORDER BY e.seq DESC`,
}

/** $1 floor, $2 key. */
export const entryUnder: Statement = {
  name: 'under',
  text: `SELECT e.seq, e.at, e.by, e.key, e.body, NULL FROM (
      SELECT seq FROM head WHERE floor = $1::int AND key = $2::text LIMIT 1
    ) h CROSS JOIN LATERAL (
      SELECT seq, at, by, key, body FROM entry WHERE floor = $1::int AND seq = h.seq LIMIT 1
    ) e`,
}

/** $1 floor, $2 and $3: between which keys, $4 at most. In their order. */
export const factsBetween: Statement = {
  name: 'facts',
  text: `SELECT h.key, e.seq, e.body FROM (
      SELECT key, seq FROM head WHERE floor = $1::int AND key > $2::text AND key < $3::text ORDER BY key LIMIT $4::int
    ) h CROSS JOIN LATERAL (
      SELECT seq, body FROM entry WHERE floor = $1::int AND seq = h.seq LIMIT 1
    ) e ORDER BY h.key`,
}

/** $1 floor, $2 node. What is still on its way under the epoch before comes to nothing, or is in the number that returns. */
export const raiseEpoch: Statement = {
  name: 'raise',
  text: 'UPDATE floor SET epoch = epoch + 1 WHERE floor = $1::int AND owner = $2::int RETURNING epoch, seq',
}

// The statements of what lies beside the log. Texts travel joined, as those of the log do; a body is hexadecimal after an `x`, so
// that no text of one element is empty.

import { headPart } from '../kept-parts.ts'
import type { Row, Statement } from './postgres-database.ts'
import { joined } from './statements.ts'

const texts = (n: number): string => `string_to_array($${n}::text, E'\\x1e', '-')`

/** A part of a file; `body` null: it is gone. */
export interface Part {
  readonly file: string
  readonly part: string
  readonly body: Buffer | null
  /** Of a head: all parts of other generations go. 0: all of them. */
  readonly onlyGeneration?: number
}

/**
 * One transaction in one round trip. It writes nothing unless this node still owns the floor, and what lies beside its log was
 * last changed as it thinks: so it may be sent again. $1 floor, $2 node, $3 the last change, then file, part and body of each
 * part; $7 and $8 of which files only one generation stays.
 */
export const put: Statement = {
  name: 'beside-put',
  text: `WITH mine AS (
    UPDATE floor SET beside = $3::bigint + cardinality(${texts(4)})
    WHERE floor = $1::int AND owner = $2::int AND beside = $3::bigint RETURNING floor
  ), parts AS MATERIALIZED (
    SELECT mine.floor, r.file, r.part, $3::bigint + r.n AS seq, decode(substr(r.body, 2), 'hex') AS body
    FROM mine, unnest(${texts(4)}, ${texts(5)}, ${texts(6)}) WITH ORDINALITY AS r(file, part, body, n)
  ), swept AS (
    DELETE FROM beside b USING mine, unnest(${texts(7)}, ${texts(8)}) AS s(file, generation)
    WHERE b.floor = mine.floor AND b.file = s.file AND b.part <> '${headPart}' AND NOT starts_with(b.part, s.generation || ':')
  ), written AS (
    INSERT INTO beside (floor, file, part, seq, body, gone)
    SELECT floor, file, part, seq, body, CASE WHEN body IS NULL THEN now() END FROM parts
    ON CONFLICT (floor, file, part) DO UPDATE SET seq = excluded.seq, body = excluded.body, gone = excluded.gone
  ) SELECT count(*) FROM mine`,
}

export const putValues = (
  floor: number,
  node: number,
  after: number,
  parts: readonly Part[],
): readonly (string | number)[] => {
  const swept = parts.flatMap(({ file, onlyGeneration }) =>
    onlyGeneration === undefined ? [] : [{ file, generation: `${onlyGeneration}` }],
  )
  return [
    floor,
    node,
    after,
    joined(parts.map(({ file }) => file)),
    joined(parts.map(({ part }) => part)),
    joined(parts.map(({ body }) => body && `x${body.toString('hex')}`)),
    joined(swept.map(({ file }) => file)),
    joined(swept.map(({ generation }) => generation)),
  ]
}

/** $1 floor, $2 node. No row: the floor is somebody else's. */
export const lastOwnChange: Statement = {
  name: 'beside-own',
  text: 'SELECT beside FROM floor WHERE floor = $1::int AND owner = $2::int',
}

/** $1 floor. With the database's own clock, epoch ms. */
export const lastChange: Statement = {
  name: 'beside-last',
  text: 'SELECT beside, trunc(extract(epoch FROM now()) * 1000)::bigint, identity FROM floor WHERE floor = $1::int',
}

const pageParts = 1000
/** A page is not longer, unless its first part is. */
const pageBytes = 4 * 1024 * 1024

const page = (wanted: string, order: string): string => `SELECT file, part, seq, body FROM (
    SELECT file, part, seq, body,
      sum(coalesce(octet_length(body), 0)) OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) AS bytes,
      row_number() OVER (ORDER BY ${order}) AS n
    FROM (SELECT file, part, seq, body FROM beside WHERE floor = $1::int AND ${wanted} ORDER BY ${order} LIMIT ${pageParts}) p
  ) q WHERE n = 1 OR bytes <= ${pageBytes} ORDER BY ${order}`

/** $1 floor, $2 and $3: after which part of which file. What stands, by file and part. */
export const partsAfter: Statement = {
  name: 'beside-parts',
  text: page('(file, part) > ($2::text, $3::text) AND body IS NOT NULL', 'file, part'),
}

/** $1 floor, $2 after which file. */
export const headsAfter: Statement = {
  name: 'beside-heads',
  text: page(`file > $2::text AND part = '${headPart}' AND body IS NOT NULL`, 'file'),
}

/** $1 floor, $2 file, $3 after which part. */
export const partsOfFile: Statement = {
  name: 'beside-file',
  text: page('file = $2::text AND part > $3::text AND body IS NOT NULL', 'file, part'),
}

/** $1 floor, $2 after which change. By change, also what is gone. */
export const changesAfter: Statement = {
  name: 'beside-changes',
  text: page('seq > $2::bigint', 'seq'),
}

/** $1 floor, $2 file, $3 part. */
export const onePart: Statement = {
  name: 'beside-part',
  text: 'SELECT file, part, seq, body FROM beside WHERE floor = $1::int AND file = $2::text AND part = $3::text',
}

/**
 * $1 floor, $2 node. What is gone for a day: whoever follows has seen it, or begins anew. And parts of a generation that never
 * came to its head.
 */
export const sweep: Statement = {
  name: 'beside-sweep',
  text: `DELETE FROM beside b USING floor f WHERE b.floor = $1::int AND f.floor = b.floor AND f.owner = $2::int
    AND (b.body IS NULL AND coalesce(b.gone < now() - interval '1 day', true) OR b.part <> '${headPart}' AND NOT EXISTS (
      SELECT FROM beside h WHERE h.floor = b.floor AND h.file = b.file AND h.part = '${headPart}'
        AND starts_with(b.part, (convert_from(h.body, 'UTF8')::json ->> 'generation') || ':')
    ))`,
}

export interface StoredPart {
  readonly file: string
  readonly part: string
  readonly seq: number
  readonly body: Buffer | null
}

export const storedPart = ([file, part, seq, body]: Row): StoredPart => ({
  file: file ?? '',
  part: part ?? '',
  seq: Number(seq),
  body: body == null ? null : Buffer.from(body.slice(2), 'hex'),
})

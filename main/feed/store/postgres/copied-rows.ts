// Rows of a floor as they are copied from one place to another, a page at a time: entries under their own numbers, and the
// files beside the log in their parts.
import type { NumberedRow } from '../log-copy.ts'
import type { Asks, Row, Statement } from './postgres-database.ts'
import { joined } from './statements.ts'

const pageRows = 1000
/** Parts of files have a page of their own size: a piece of a video is no account. */
const pageBytes = 4_000_000

/** $1 floor, $2 after which entry, $3 up to which. */
const entryPage: Statement = {
  name: 'copy-page',
  text: `SELECT seq, at, by, key, before_seq, body FROM entry
    WHERE floor = $1::int AND seq > $2::bigint AND seq <= $3::bigint ORDER BY seq LIMIT ${pageRows}`,
}
/** $1 floor, then seq, at, by, key, before_seq, body, as texts that are joined; `-` for null. */
const insertEntries: Statement = {
  name: 'copy-insert',
  text: `INSERT INTO entry (floor, seq, at, by, key, before_seq, body)
    SELECT $1::int, r.seq::bigint, r.at::bigint, r.by, r.key, r.before_seq::bigint, r.body
    FROM unnest(${[2, 3, 4, 5, 6, 7].map((n) => `string_to_array($${n}::text, E'\\x1e', '-')`).join(', ')})
      AS r(seq, at, by, key, before_seq, body)`,
}

const numberedRow = ([seq, at, by, key, before, body = null]: Row): NumberedRow => ({
  seq: Number(seq),
  at: Number(at),
  by: by ?? '',
  key: key ?? '',
  beforeSeq: before == null ? null : Number(before),
  body,
})

/** Those after `after`, up to `upTo`, in order. */
export async function* entriesBetween(
  asks: Asks,
  floor: number,
  after: number,
  upTo: number,
): AsyncGenerator<readonly NumberedRow[]> {
  for (let last = after; last < upTo; ) {
    const rows = (await asks.ask(entryPage, [floor, last, upTo])).map(numberedRow)
    if (rows.length === 0) return
    last = rows.at(-1)?.seq ?? upTo
    yield rows
  }
}

export const putEntries = async (asks: Asks, floor: number, rows: readonly NumberedRow[]): Promise<void> => {
  if (rows.length === 0) return
  await asks.ask(insertEntries, [
    floor,
    joined(rows.map(({ seq }) => `${seq}`)),
    joined(rows.map(({ at }) => `${at}`)),
    joined(rows.map(({ by }) => by)),
    joined(rows.map(({ key }) => key)),
    joined(rows.map(({ beforeSeq }) => (beforeSeq === null ? null : `${beforeSeq}`))),
    joined(rows.map(({ body }) => body)),
  ])
}

/** What stands under the keys that entries after $2 changed; all of them after 0. $1 floor. */
const headSteps: readonly Statement[] = [
  {
    name: 'copy-heads-old',
    text: `DELETE FROM head h USING entry e
      WHERE e.floor = $1::int AND e.seq > $2::bigint AND h.floor = $1::int AND h.key = e.key`,
  },
  {
    name: 'copy-heads',
    text: `INSERT INTO head (floor, key, seq) SELECT floor, key, seq FROM (
        SELECT DISTINCT ON (key) floor, key, seq, body FROM entry
        WHERE floor = $1::int AND seq > $2::bigint ORDER BY key, seq DESC
      ) e WHERE body IS NOT NULL`,
  },
]

export const putHeads = async (asks: Asks, floor: number, after: number): Promise<void> => {
  for (const statement of after === 0 ? headSteps.slice(1) : headSteps)
    await asks.ask(statement, [floor, after])
}

export interface BesideRow {
  readonly file: string
  readonly part: string
  /** The change of the floor that left it so. */
  readonly seq: number
  /** In base64; null: it is gone. */
  readonly body: string | null
}

/** $1 floor, $2 and $3 after which file and part, $4 after which change. */
const besidePage: Statement = {
  name: 'copy-beside-page',
  text: `SELECT file, part, seq, translate(encode(body, 'base64'), E'\\n', '') FROM (
      SELECT *, sum(coalesce(octet_length(body), 0)) OVER w AS bytes, row_number() OVER w AS place FROM (
        SELECT file, part, seq, body FROM beside
        WHERE floor = $1::int AND (file, part) > ($2::text, $3::text) AND seq > $4::bigint
        ORDER BY file, part LIMIT ${pageRows}
      ) page WINDOW w AS (ORDER BY file, part)
    ) rows WHERE place = 1 OR bytes <= ${pageBytes} ORDER BY file, part`,
}
/** $1 floor, $2 the rows as JSON. */
const putBesideRows: Statement = {
  name: 'copy-beside-put',
  text: `INSERT INTO beside (floor, file, part, seq, body)
    SELECT $1::int, r.file, r.part, r.seq, decode(r.body, 'base64')
    FROM json_to_recordset($2::text::json) AS r(file text, part text, seq bigint, body text)
    ON CONFLICT (floor, file, part) DO UPDATE SET seq = excluded.seq, body = excluded.body`,
}

/** What changed after `after`; 0: all. By file and part. */
export async function* besideAfter(
  asks: Asks,
  floor: number,
  after: number,
): AsyncGenerator<readonly BesideRow[]> {
  for (let [file, part] = ['', '']; ; ) {
    const rows = (await asks.ask(besidePage, [floor, file, part, after])).map(
      ([name, piece, seq, body = null]) => ({ file: name ?? '', part: piece ?? '', seq: Number(seq), body }),
    )
    const last = rows.at(-1)
    if (last === undefined) return
    ;({ file, part } = last)
    yield rows
  }
}

export const putBeside = async (asks: Asks, floor: number, rows: readonly BesideRow[]): Promise<void> => {
  if (rows.length > 0) await asks.ask(putBesideRows, [floor, JSON.stringify(rows)])
}

// A page of entries in one blob: a buffer of its own for each of a thousand entries would cost a start several times
// what it costs to read them.
import type { FoundEntry } from './found-entry.ts'

/** An entry, and what its predecessor under the same key is like: its checksum, whether its key is the same, its body. */
export interface FoundWithEarlier {
  readonly found: FoundEntry
  readonly earlier: {
    readonly sum: number | null
    readonly sameKey: boolean
    readonly body: Buffer | null
  }
}

const bytesOf = (column: string): string => `length(CAST(${column} AS BLOB))`
const wholeOrDash = (value: string): string => `coalesce(CAST(${value} AS INTEGER), '-')`

/** A line of numbers and lengths, then the texts themselves. */
const described = [
  'entry.seq',
  'coalesce(CAST(entry.at AS INTEGER), 0)',
  wholeOrDash('entry.before_seq'),
  wholeOrDash('entry.sum'),
  `coalesce(${bytesOf('entry.by')}, 0)`,
  `coalesce(${bytesOf('entry.key')}, 0)`,
  `coalesce(${bytesOf('entry.body')}, '-')`,
  wholeOrDash('earlier.sum'),
  'coalesce(earlier.key = entry.key, 0)',
  `coalesce(${bytesOf('earlier.body')}, '-')`,
].join(` || ' ' || `)
const texts = ['entry.by', 'entry.key', 'entry.body', 'earlier.body']
  .map((column) => `coalesce(${column}, '')`)
  .join(' || ')

/** SQL: the entries after the first value, at most as many as the second says. */
export const pageSql = `SELECT CAST(group_concat(each, '') AS BLOB) FROM (
  SELECT ${described} || char(10) || ${texts} AS each
  FROM entry LEFT JOIN entry AS earlier ON earlier.seq = entry.before_seq
  WHERE entry.seq > ? ORDER BY entry.seq LIMIT ?)`

const newline = 10
const numberOrNull = (text: string | undefined): number | null =>
  text === undefined || text === '-' ? null : Number(text)

/** Null where it does not read as a page: a damaged value has another length than it says. */
export const readPage = (page: Buffer): readonly FoundWithEarlier[] | null => {
  const entries: FoundWithEarlier[] = []
  let last = 0
  for (let at = 0; at < page.length; ) {
    const lineEnd = page.indexOf(newline, at)
    const line = page.toString('latin1', at, lineEnd)
    if (lineEnd < 0 || !/^\d+ -?\d+( (-|-?\d+)){8}$/.test(line)) return null
    const [seq, receivedAt, beforeSeq, sum, by, key, body, earlierSum, sameKey, earlierBody] = line
      .split(' ')
      .map(numberOrNull)
    const byFrom = lineEnd + 1
    const keyFrom = byFrom + (by ?? 0)
    const bodyFrom = keyFrom + (key ?? 0)
    const earlierFrom = bodyFrom + (body ?? 0)
    at = earlierFrom + (earlierBody ?? 0)
    if (at > page.length || (seq ?? 0) <= last) return null
    last = seq ?? 0
    const heading = {
      seq: last,
      at: receivedAt ?? 0,
      beforeSeq: beforeSeq ?? null,
      by: page.toString('utf8', byFrom, keyFrom),
      key: page.toString('utf8', keyFrom, bodyFrom),
    }
    entries.push({
      found: {
        heading,
        body: body === null ? null : page.subarray(bodyFrom, earlierFrom),
        sum: sum ?? null,
      },
      earlier: {
        sum: earlierSum ?? null,
        sameKey: sameKey === 1,
        body: earlierBody === null ? null : page.subarray(earlierFrom, at),
      },
    })
  }
  return entries
}

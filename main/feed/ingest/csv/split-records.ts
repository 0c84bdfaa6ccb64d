// Cuts CSV text into records; papaparse then reads their cells. This adds what papaparse lacks: the line on which each
// record starts, mixed line ends, and recovery from bad quotes. A record with bad quotes is refused with its first line,
// and reading continues at the next line, so that one stray quote costs one row and not the rest of the file.

export interface RawRecord {
  /** The line of the file on which it starts, from 1. */
  readonly line: number
  readonly text: string
  /** Why it cannot be read, or null. */
  readonly fault: string | null
  /** An empty line stands before it. */
  readonly afterBlank: boolean
}

/** Far longer than any row: a quote that is still open then is a mistake. */
const maxRecordChars = 1_000_000

const unclosed = 'opens a quote that is never closed'
const strayQuote = 'has a stray quote; inside a quoted cell a quote is written twice ("")'
const tooLong = `is longer than ${maxRecordChars / 1_000_000} million characters`

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Where a record ends and the next one starts; `more` when that depends on text yet to come. */
type Cut = { readonly end: number; readonly next: number; readonly fault: string | null } | 'more'

const isLineEnd = (code: number): boolean => code === lineFeed || code === carriageReturn

/** The first line end at or after `from`. */
const lineEnd = (text: string, from: number, fault: string | null, last: boolean): Cut => {
  let end = from
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++
  if (end === text.length) return last ? { end, next: end, fault } : 'more'
  if (text.charCodeAt(end) === lineFeed) return { end, next: end + 1, fault }
  if (end + 1 === text.length && !last) return 'more'
  return { end, next: end + (text.charCodeAt(end + 1) === lineFeed ? 2 : 1), fault }
}

type Closing = { readonly after: number } | 'more' | 'stray' | 'none'

/** What follows the quoted cell whose text starts at `from`. Spaces between its quote and the delimiter are allowed. */
const closingQuote = (text: string, from: number, delimiter: string, last: boolean): Closing => {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) === quote) continue
    let after = at + 1
    while (text[after] === ' ' && delimiter !== ' ') after++
    if (after === text.length) return last ? { after } : 'more'
    return text[after] === delimiter || isLineEnd(text.charCodeAt(after)) ? { after } : 'stray'
  }
  return last ? 'none' : 'more'
}

const cutRecord = (text: string, from: number, delimiter: string, last: boolean): Cut => {
  let at = from
  for (;;) {
    if (text.charCodeAt(at) === quote) {
      const closing = closingQuote(text, at + 1, delimiter, last)
      if (closing === 'more') return 'more'
      if (closing === 'none') return lineEnd(text, from, unclosed, last)
      if (closing === 'stray') return lineEnd(text, from, strayQuote, last)
      at = closing.after
    }
    while (at < text.length && text[at] !== delimiter && !isLineEnd(text.charCodeAt(at))) at++
    if (at === text.length || isLineEnd(text.charCodeAt(at))) return lineEnd(text, at, null, last)
    at++
  }
}

/** Within a record only its quotes hold any. */
const lineEndsIn = (text: string): number =>
  text.includes('"') ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0

/** Records in their order; `pieces` may be cut anywhere. Blank lines are skipped. */
export async function* splitRecords(
  pieces: AsyncIterable<string>,
  delimiter: string,
  firstLine = 1,
): AsyncGenerator<readonly RawRecord[]> {
  let rest = ''
  let line = firstLine
  /** Inside the rest of a line that was too long. */
  let skipping = false
  let afterBlank = false

  const add = (records: RawRecord[], text: string, fault: string | null): void => {
    records.push({ line, text, fault, afterBlank })
    afterBlank = false
  }

  const take = (last: boolean): RawRecord[] => {
    const records: RawRecord[] = []
    let from = 0
    while (from < rest.length) {
      let cut = skipping ? lineEnd(rest, from, null, last) : cutRecord(rest, from, delimiter, last)
      if (cut === 'more') {
        if (!skipping && rest.length - from <= maxRecordChars) break
        // A record is too long: if its first line has ended, a quote was left open, else the line itself is too long.
        const first = skipping ? 'more' : lineEnd(rest, from, unclosed, last)
        if (first === 'more') {
          if (!skipping) add(records, rest.slice(from, from + 200), tooLong)
          skipping = true
          // A carriage return at the very end may be half of a line end.
          from = rest.endsWith('\r') ? rest.length - 1 : rest.length
          break
        }
        cut = first
      }
      const text = rest.slice(from, cut.end)
      if (!skipping && (cut.fault || text.trim() !== '')) add(records, text, cut.fault)
      else if (!skipping) afterBlank = true
      skipping = false
      line += lineEndsIn(text) + (cut.next > cut.end ? 1 : 0)
      from = cut.next
    }
    rest = rest.slice(from)
    return records
  }

  for await (const piece of pieces) {
    rest += piece
    const records = take(false)
    if (records.length > 0) yield records
  }
  const records = take(true)
  if (records.length > 0) yield records
}

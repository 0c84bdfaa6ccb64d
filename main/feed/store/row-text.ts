// Rows of SQLite as text and back, without loss: integers of 64 bits, bytes, texts with any character.
import { z } from 'zod'

export type SqliteValue = null | string | number | bigint | Uint8Array

/** A text as it is, an integer as `{"i":"5"}`, a real as `{"r":"0.5"}`, bytes as `{"b":"base64"}`. */
const Written = z.union([
  z.null(),
  z.string(),
  z.strictObject({ i: z.string() }),
  z.strictObject({ r: z.string() }),
  z.strictObject({ b: z.base64() }),
])
type Written = z.infer<typeof Written>
const WrittenRow = z.array(Written)

const written = (value: SqliteValue): Written => {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'bigint') return { i: value.toString() }
  // Minus zero is a real of its own, which String() forgets.
  if (typeof value === 'number') return { r: Object.is(value, -0) ? '-0' : String(value) }
  return { b: Buffer.from(value).toString('base64') }
}

const read = (value: Written): SqliteValue => {
  if (value === null || typeof value === 'string') return value
  if ('i' in value) return BigInt(value.i)
  if ('r' in value) return Number(value.r)
  return Buffer.from(value.b, 'base64')
}

export const rowText = (row: readonly SqliteValue[]): string => JSON.stringify(row.map(written))

/** Throws where it is no such text. */
export const readRowText = (text: string): readonly SqliteValue[] =>
  WrittenRow.parse(JSON.parse(text)).map(read)

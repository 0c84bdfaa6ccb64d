// How a floor's folder lies in a database: each file as a head and parts. The head says which generation of parts is the file; a
// file that is replaced comes as a new generation beside the one that stands, and is the file once its head says so.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { rowText, type SqliteValue } from './row-text.ts'

/** Sorts before every other part. */
export const headPart = '!'

/** Bytes of a piece. */
export const pieceBytes = 1024 * 1024

const head = { generation: z.int().min(1) }
const RowsHead = z.strictObject({
  kind: z.literal('rows'),
  ...head,
  /** Of the file, as its store counts it. */
  format: z.int().min(0),
  /** That make its tables and indexes. */
  schema: z.array(z.string()),
})
const BytesHead = z.strictObject({
  kind: z.literal('bytes'),
  ...head,
  bytes: z.int().min(0),
  /** Epoch ms. */
  changedAt: z.number(),
})
const FileHead = z.discriminatedUnion('kind', [RowsHead, BytesHead])
export type RowsHead = z.infer<typeof RowsHead>
export type BytesHead = z.infer<typeof BytesHead>
export type FileHead = z.infer<typeof FileHead>

export const headBytes = (of: FileHead): Buffer => Buffer.from(JSON.stringify(of))
/** Throws where it is none. */
export const readHead = (body: Buffer): FileHead => FileHead.parse(JSON.parse(body.toString('utf8')))

export const pieceName = (generation: number, index: number): string => `${generation}:${index}`

/** An index of the database takes keys of 2,700 bytes. */
const longestKey = 1500

/** A key that is too long for an index is named by its hash. */
export const keyText = (key: readonly SqliteValue[]): string => {
  const text = rowText(key)
  return Buffer.byteLength(text) <= longestKey ? text : `#${createHash('sha256').update(text).digest('hex')}`
}

/** Whether the key itself cannot be read from it. */
export const isHashed = (key: string): boolean => key.startsWith('#')

export const rowName = (generation: number, table: string, key: string): string =>
  `${generation}:${table}:${key}`

interface PartName {
  readonly generation: number
  /** Of a piece its index. */
  readonly table: string
  readonly key: string
}

export const readPartName = (part: string): PartName => {
  const [generation = '', table = ''] = part.split(':', 2)
  return { generation: Number(generation), table, key: part.slice(generation.length + table.length + 2) }
}

// A floor in one file (docs/floors.md): lines of JSON, packed by gzip. The first says which floor, then come the entries of its
// log and what lies beside it, and the last has their numbers and the SHA-256 of all lines before it. It is read in one
// transaction, so that it is the floor of one instant while the floor runs on.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { createGunzip, createGzip, type Gzip } from 'node:zlib'
import { z } from 'zod'
import { BadSetUp } from '../../bad-set-up.ts'
import type { NumberedRow } from '../log-copy.ts'
import { type BesideRow, besideAfter, entriesBetween } from './copied-rows.ts'
import { findFloor } from './floors.ts'
import { type Counted, type NewFloorCopy, openNewFloorCopy } from './new-floor-copy.ts'
import type { Asks, PostgresDatabase, Session } from './postgres-database.ts'

const backupFormat = 1
/** Of one line: the largest fact, or a piece of a file, is far below. Bytes. */
const longestLine = 64 * 1024 * 1024
/** Entries that are written in one statement. */
const batchRows = 1000
const batchBytes = 4_000_000

const limit = z.int().positive().nullable()
const First = z.strictObject({
  floorboard: z.literal('floor backup'),
  format: z.int(),
  name: z.string(),
  identity: z.string(),
  /** Epoch ms. */
  at: z.int(),
  /** Whose key seals its secrets; null where no node of it ever ran. */
  deployment: z.string().nullable(),
  seq: z.int().nonnegative(),
  facts: z.int().nonnegative(),
  beside: z.int().nonnegative(),
  limits: z.strictObject({ factsAMinute: limit, tvs: limit, bytes: limit }),
})
/** seq, at, by, key, before, body. */
const EntryLine = z.strictObject({
  entry: z.tuple([z.int(), z.int(), z.string(), z.string(), z.int().nullable(), z.string().nullable()]),
})
/** file, part, seq, body in base64. */
const BesideLine = z.strictObject({ beside: z.tuple([z.string(), z.string(), z.int(), z.base64()]) })
const Last = z.strictObject({
  end: z.strictObject({ entries: z.int(), beside: z.int(), sha256: z.string() }),
})
const Line = z.union([EntryLine, BesideLine, Last])
type First = z.infer<typeof First>

const deployment = { name: 'deployment', text: 'SELECT deployment FROM format' }
/** Null: no node has run on the database. */
export const deploymentOf = async (asks: Asks): Promise<string | null> =>
  (await asks.ask(deployment, []))[0]?.[0] ?? null

async function* linesOf(session: Session, name: string, now: Date): AsyncGenerator<string> {
  const sum = createHash('sha256')
  const said = (lines: readonly unknown[]): string => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    sum.update(text)
    return text
  }
  await session.run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const {
    floor,
    identity,
    entries: seq,
    facts,
    beside,
    limits,
    name: hostName,
  } = await findFloor(session, name)
  const first: First = {
    ...{ floorboard: 'floor backup', format: backupFormat, name: hostName, identity, at: now.getTime() },
    ...{ deployment: await deploymentOf(session), seq, facts, beside, limits },
  }
  yield said([first])
  const counts = { entries: 0, beside: 0 }
  for await (const rows of entriesBetween(session, floor, 0, seq)) {
    counts.entries += rows.length
    yield said(rows.map((row) => ({ entry: [row.seq, row.at, row.by, row.key, row.beforeSeq, row.body] })))
  }
  for await (const rows of besideAfter(session, floor, 0)) {
    const there = rows.filter(({ body }) => body !== null)
    counts.beside += there.length
    yield said(there.map((row) => ({ beside: [row.file, row.part, row.seq, row.body] })))
  }
  yield said([{ end: { ...counts, sha256: sum.copy().digest('hex') } }])
}

/** Its bytes come as fast as they are read. Fails with `BadSetUp` where there is no such floor. */
export const floorBackup = (database: PostgresDatabase, name: string, now: Date): Gzip => {
  const packed = createGzip()
  const write = async (): Promise<void> => {
    const session = await database.session(true)
    try {
      for await (const text of linesOf(session, name, now)) {
        if (packed.destroyed) return
        if (!packed.write(text)) await Promise.race([once(packed, 'drain'), once(packed, 'close')])
      }
      packed.end()
    } finally {
      await session.close()
    }
  }
  write().catch((error) => packed.destroy(error))
  return packed
}

const broken = (why: string, cause?: unknown): BadSetUp =>
  new BadSetUp(`This is no whole backup of a floor: ${why}. Nothing was restored.`, { cause })

/** Without their ends. */
async function* cutLines(bytes: Readable): AsyncGenerator<Buffer> {
  let pending: Buffer[] = []
  let length = 0
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...pending, chunk.subarray(from, end)])
      ;[pending, length, from] = [[], 0, end + 1]
    }
    pending.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > longestLine) throw broken('one of its lines has no end')
  }
  if (length > 0) throw broken('it ends in the middle of a line')
}

const parse = <S extends z.ZodType>(schema: S, line: Buffer): z.output<S> => {
  try {
    return schema.parse(JSON.parse(line.toString('utf8')))
  } catch (error) {
    // The message may quote what is in it.
    throw broken('one of its lines is not what a backup has there', error)
  }
}

const readFirst = (line: Buffer): First => {
  const said = z.looseObject({ floorboard: z.literal('floor backup'), format: z.int() })
  const { format } = parse(said, line)
  if (format > backupFormat)
    throw broken(`it has format ${format}, and this version reads up to ${backupFormat}`)
  return parse(First, line)
}

export interface Restored extends Counted {
  /** Of the floor that was backed up. */
  readonly from: string
  /** Epoch ms: of what instant it is. */
  readonly at: number
  /** Its secrets were sealed with another key than that of the nodes here, and cannot be opened by it. */
  readonly otherKey: boolean
}

const takeLines = async (
  copy: NewFloorCopy,
  lines: AsyncGenerator<Buffer>,
  { seq, beside }: First,
  sum: ReturnType<typeof createHash>,
): Promise<Counted> => {
  let entries: NumberedRow[] = []
  let files: BesideRow[] = []
  let bytes = 0
  const taken = { entries: 0, beside: 0 }
  const flush = async (): Promise<void> => {
    await copy.takeEntries(entries)
    await copy.takeBeside(files)
    ;[entries, files, bytes] = [[], [], 0]
  }
  for await (const line of lines) {
    const read = parse(Line, line)
    if ('end' in read) {
      const { sha256, ...counts } = read.end
      if (sum.digest('hex') !== sha256) throw broken('its bytes were changed, and its sum says so')
      if (!(await lines.next()).done) throw broken('something follows its end')
      await flush()
      await copy.standAfter(0)
      const counted = await copy.count(seq, beside)
      const isWhole = counted.entries === counts.entries && counted.beside === counts.beside
      if (!isWhole || taken.entries !== counts.entries)
        throw broken('it does not have as many entries as it says')
      return counted
    }
    sum.update(line).update('\n')
    bytes += line.length
    if ('entry' in read) {
      const [number, at, by, key, beforeSeq, body] = read.entry
      entries.push({ seq: number, at, by, key, beforeSeq, body })
      taken.entries += 1
    } else {
      const [file, part, number, body] = read.beside
      files.push({ file, part, seq: number, body })
    }
    if (entries.length + files.length >= batchRows || bytes >= batchBytes) await flush()
  }
  throw broken('its end is missing')
}

/** Makes a floor of it that was not there. Throws `BadSetUp`, and then nothing was made. */
export const restoreFloor = async (
  database: PostgresDatabase,
  name: string,
  bytes: Readable,
): Promise<Restored> => {
  const unpacked = createGunzip()
  bytes.once('error', (error) => unpacked.destroy(error))
  bytes.pipe(unpacked)
  const lines = cutLines(unpacked)
  try {
    const head = await lines.next()
    if (head.done) throw broken('it is empty')
    const first = readFirst(head.value)
    const sum = createHash('sha256').update(head.value).update('\n')
    const copy = await openNewFloorCopy(database, { ...first, name })
    try {
      const counted = await takeLines(copy, lines, first, sum)
      const here = await deploymentOf(database)
      await copy.commit()
      const otherKey = first.deployment !== null && here !== null && first.deployment !== here
      return { ...counted, from: first.name, at: first.at, otherKey }
    } finally {
      await copy.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('Z_')) throw broken('it is not packed by gzip, or its end is missing', error)
    throw error
  } finally {
    bytes.destroy()
    unpacked.destroy()
  }
}

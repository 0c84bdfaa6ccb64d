// The files of a floor as a database keeps them, written into a folder: anew, or changed where they changed.
import { existsSync } from 'node:fs'
import { open, truncate, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { makeFolder } from '../../make-folder.ts'
import { removeFile, writePieces } from '../file-pieces.ts'
import {
  type BytesHead,
  type FileHead,
  headPart,
  pieceBytes,
  pieceName,
  type RowsHead,
  readHead,
  readPartName,
} from '../kept-parts.ts'
import { readRowText } from '../row-text.ts'
import { makePrivate } from '../sqlite/private-file.ts'
import { allCounters, countersTable, putRow, quoted, removeRow, schemaOf } from '../sqlite/side-tables.ts'
import { pragma, type SqliteDatabase } from '../sqlite/sqlite-database.ts'
import {
  headsAfter,
  onePart,
  partsAfter,
  partsOfFile,
  type StoredPart,
  storedPart,
} from './beside-statements.ts'
import type { Asks } from './postgres-database.ts'

export interface CopyOf {
  readonly database: Asks
  readonly floor: number
  /** Where the files lie. */
  readonly folder: string
}

/** Whoever looks something up in a file meanwhile takes some milliseconds. */
const busyMs = 2000

/** A name from the database leads to no file outside of the folder. */
const pathOf = ({ folder }: CopyOf, file: string): string => {
  const parts = file.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\\0]/.test(part)))
    throw new Error(`The database names a file that no folder has: ${file}`)
  return join(folder, ...parts)
}

async function* partsOf(place: CopyOf, file: string): AsyncGenerator<StoredPart> {
  for (let last = headPart; ; ) {
    const parts = (await place.database.ask(partsOfFile, [place.floor, file, last])).map(storedPart)
    yield* parts
    const end = parts.at(-1)
    if (end === undefined) return
    last = end.part
  }
}

/** All that stands, by file and part: the head of each file first. */
async function* allParts({ database, floor }: CopyOf): AsyncGenerator<StoredPart> {
  for (let last: Pick<StoredPart, 'file' | 'part'> = { file: '', part: '' }; ; ) {
    const parts = (await database.ask(partsAfter, [floor, last.file, last.part])).map(storedPart)
    yield* parts
    const end = parts.at(-1)
    if (end === undefined) return
    last = end
  }
}

const using = async (path: string, work: (database: SqliteDatabase) => Promise<void> | void) => {
  const database = new Database(path)
  try {
    database.exec(`PRAGMA busy_timeout = ${busyMs}`)
    // The database keeps it: nothing here has to outlive a power cut.
    database.exec('PRAGMA synchronous = OFF')
    database.exec('PRAGMA secure_delete = ON')
    database.exec('BEGIN IMMEDIATE')
    try {
      await work(database)
      database.exec('COMMIT')
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  } finally {
    database.close()
  }
}

const ofGeneration = (generation: number, { part, body }: StoredPart) => {
  const name = readPartName(part)
  return part === headPart || name.generation !== generation ? null : { ...name, body }
}

/** What was in it goes. Other connections to the file go on with what is written. */
const writeRows = async (
  path: string,
  { generation, format, schema }: RowsHead,
  parts: AsyncIterable<StoredPart>,
): Promise<void> => {
  makeFolder(dirname(path))
  makePrivate(path)
  await using(path, async (database) => {
    for (const { name } of schemaOf(database).tables) database.exec(`DROP TABLE ${quoted(name)}`)
    for (const statement of schema) database.exec(statement)
    const counters: StoredPart[] = []
    for await (const part of parts) {
      const row = ofGeneration(generation, part)
      if (row?.body == null) continue
      // A row that is put moves its table's counter.
      if (row.table === countersTable) counters.push(part)
      else putRow(database, row.table, readRowText(row.body.toString('utf8')))
    }
    for (const { body } of counters)
      putRow(database, countersTable, readRowText(body?.toString('utf8') ?? '[]'))
    database.exec(`PRAGMA user_version = ${format}`)
    database.exec(`PRAGMA application_id = ${generation}`)
  })
}

const writeFile = async (
  place: CopyOf,
  file: string,
  head: FileHead,
  parts: AsyncIterable<StoredPart>,
): Promise<void> => {
  const path = pathOf(place, file)
  if (head.kind === 'rows') {
    await writeRows(path, head, parts)
    return
  }
  const pieces = async function* () {
    for await (const part of parts) {
      const piece = ofGeneration(head.generation, part)
      const index = Number(piece?.table)
      if (piece?.body != null && index * pieceBytes < head.bytes) yield { index, body: piece.body }
    }
  }
  await writePieces(path, head, pieces())
}

/** Writes all files into an empty folder. Resolves with the head of each. */
export const writeFiles = async (place: CopyOf): Promise<Map<string, FileHead>> => {
  const heads = new Map<string, FileHead>()
  const parts = allParts(place)[Symbol.asyncIterator]()
  let next = await parts.next()
  const restOf = async function* (file: string) {
    for (next = await parts.next(); !next.done && next.value.file === file; next = await parts.next())
      yield next.value
  }
  while (!next.done) {
    const { file, part, body } = next.value
    const rest = restOf(file)
    if (part === headPart && body !== null) {
      const head = readHead(body)
      await writeFile(place, file, head, rest)
      heads.set(file, head)
    }
    // What was not asked for: parts whose file was never whole.
    for await (const _ of rest);
  }
  return heads
}

/** As the database has them. */
export const headsOf = async ({
  database,
  floor,
}: Omit<CopyOf, 'folder'>): Promise<Map<string, FileHead>> => {
  const heads = new Map<string, FileHead>()
  for (let last = ''; ; ) {
    const parts = (await database.ask(headsAfter, [floor, last])).map(storedPart)
    for (const { file, body } of parts) if (body !== null) heads.set(file, readHead(body))
    const end = parts.at(-1)
    if (end === undefined) return heads
    last = end.file
  }
}

const removeCopy = async (place: CopyOf, file: string): Promise<void> => {
  const path = pathOf(place, file)
  for (const end of ['', '-wal', '-shm', '-journal']) await removeFile(`${path}${end}`)
}

/** Puts pieces into a file that became longer. */
const patchFile = async (place: CopyOf, file: string, head: BytesHead, indexes: Iterable<number>) => {
  const path = pathOf(place, file)
  const handle = await open(path, 'r+')
  try {
    for (const index of indexes) {
      const rows = await place.database.ask(onePart, [place.floor, file, pieceName(head.generation, index)])
      const { body = null } = rows[0] === undefined ? {} : storedPart(rows[0])
      if (body !== null) await handle.write(body, 0, body.length, index * pieceBytes)
    }
  } finally {
    await handle.close()
  }
  await truncate(path, head.bytes)
  await utimes(path, head.changedAt / 1000, head.changedAt / 1000)
}

const changeRows = async (path: string, generation: number, parts: readonly StoredPart[]): Promise<void> => {
  const rows = parts.flatMap((part) => ofGeneration(generation, part) ?? [])
  if (rows.length === 0) return
  const isLess = rows.some(({ body }) => body === null)
  await using(path, (database) => {
    const tables = new Map(schemaOf(database).tables.map((table) => [table.name, table]))
    // A row that is put moves its table's counter, which is what the owner's is and nothing else.
    const counters = [...allCounters(database)]
    for (const { table: name, key, body } of rows) {
      const table = tables.get(name)
      const row = body && readRowText(body.toString('utf8'))
      if (name === countersTable) counters.push(...(row === null ? [] : [row]))
      else if (row !== null) putRow(database, name, row)
      else if (table !== undefined) removeRow(database, table, key)
    }
    for (const counter of counters) putRow(database, countersTable, counter)
  })
  if (!isLess) return
  // The journal holds what stood before.
  const database = new Database(path)
  pragma(database, 'wal_checkpoint(TRUNCATE)')
  database.close()
}

/** The changes of one file, in their order. */
export interface FileChange {
  readonly file: string
  readonly parts: readonly StoredPart[]
}

/** `heads`: of the files as they lie here; it is changed with them. `touched`: pieces that came before their head. */
export const changeFile = async (
  place: CopyOf,
  heads: Map<string, FileHead>,
  touched: Map<string, Set<number>>,
  { file, parts }: FileChange,
): Promise<void> => {
  const known = heads.get(file) ?? null
  const head = parts.findLast(({ part }) => part === headPart) ?? null
  if (head === null && known?.kind === 'rows') {
    await changeRows(pathOf(place, file), known.generation, parts)
    return
  }
  const pieces = touched.get(file) ?? new Set<number>()
  for (const part of parts) {
    const piece = known && ofGeneration(known.generation, part)
    if (known?.kind === 'bytes' && piece !== null) pieces.add(Number(piece.table))
  }
  touched.set(file, pieces)
  if (head === null) return
  touched.delete(file)
  if (head.body === null) {
    heads.delete(file)
    await removeCopy(place, file)
    return
  }
  const now = readHead(head.body)
  heads.set(file, now)
  const isSame = known?.kind === now.kind && known.generation === now.generation
  if (isSame && now.kind === 'rows') await changeRows(pathOf(place, file), now.generation, parts)
  else if (
    isSame &&
    known.kind === 'bytes' &&
    now.kind === 'bytes' &&
    now.bytes > pieceBytes &&
    now.bytes >= known.bytes &&
    existsSync(pathOf(place, file))
  )
    await patchFile(place, file, now, pieces)
  else await writeFile(place, file, now, partsOf(place, file))
}

// The files of a floor as a database keeps them, written into a folder: anew, or changed where they changed.
import { existsSync } from 'node:fs'
import { open, truncate, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
import { changeCopiedRows, writeCopiedRows } from '../sqlite/copied-tables.ts'
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

const ofGeneration = (generation: number, { part, body }: StoredPart) => {
  const name = readPartName(part)
  return part === headPart || name.generation !== generation ? null : { ...name, body }
}

const writeRows = async (path: string, head: RowsHead, parts: AsyncIterable<StoredPart>): Promise<void> => {
  const rows = async function* () {
    for await (const part of parts) {
      const row = ofGeneration(head.generation, part)
      if (row?.body != null) yield { table: row.table, row: readRowText(row.body.toString('utf8')) }
    }
  }
  makeFolder(dirname(path))
  await writeCopiedRows(path, head, rows())
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
  await changeCopiedRows(
    path,
    rows.map(({ table, key, body }) => ({ table, key, row: body && readRowText(body.toString('utf8')) })),
  )
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

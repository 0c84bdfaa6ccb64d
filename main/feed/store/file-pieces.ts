// Files of a folder as parts, and back: in pieces, so that none has to fit into memory.
import { constants } from 'node:fs'
import { type FileHandle, open, rename, rm, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { type BytesHead, headBytes, headPart, pieceBytes, pieceName } from './kept-parts.ts'

interface FilePart {
  readonly part: string
  readonly body: Buffer | null
  readonly onlyGeneration?: number
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** Null where there is none. A link is not followed. */
const openThere = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** As many bytes as are there, at most a piece. */
const readPiece = async (handle: FileHandle, index: number, end: number): Promise<Buffer> => {
  const at = index * pieceBytes
  const piece = Buffer.alloc(Math.max(0, Math.min(pieceBytes, end - at)))
  let read = 0
  while (read < piece.length) {
    const { bytesRead } = await handle.read(piece, read, piece.length - read, at + read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return piece.subarray(0, read)
}

/**
 * What the database has to be told of a file. `known`: as it is there; null: it is not. `from`: the bytes before it are what they
 * were. Its head comes with its last part.
 */
export async function* filePieces(
  path: string,
  known: BytesHead | null,
  from: number,
): AsyncGenerator<{ readonly parts: readonly FilePart[]; readonly head: BytesHead | null }> {
  const handle = await openThere(path)
  if (handle === null) {
    if (known !== null) yield { parts: [{ part: headPart, body: null, onlyGeneration: 0 }], head: null }
    return
  }
  try {
    const { size, mtimeMs: changedAt } = await handle.stat()
    const goesOn = known !== null && from > 0 && from <= known.bytes && size >= from
    // One piece and its head are written at once.
    const fits = size <= pieceBytes && (known === null || known.bytes <= pieceBytes)
    const before = known?.generation ?? 1
    const generation = goesOn || fits ? before : before + 1
    let bytes = goesOn ? Math.floor(from / pieceBytes) * pieceBytes : 0
    let parts: FilePart[] = []
    for (let index = bytes / pieceBytes; bytes < size; index += 1) {
      const body = await readPiece(handle, index, size)
      if (body.length === 0) break
      if (parts.length > 0) {
        yield { parts, head: null }
        parts = []
      }
      bytes += body.length
      parts.push({ part: pieceName(generation, index), body })
      // It became shorter meanwhile, and is told once more.
      if (body.length < pieceBytes) break
    }
    const head: BytesHead = { kind: 'bytes', generation, bytes, changedAt }
    const isNew = generation !== known?.generation
    parts.push({ part: headPart, body: headBytes(head), ...(isNew && { onlyGeneration: generation }) })
    yield { parts, head }
  } finally {
    await handle.close()
  }
}

const newName = (path: string): string => `${path}.copy`

/** Writes a file anew from its pieces in their order; whoever reads it finds what was there, or all of it. */
export const writePieces = async (
  path: string,
  { bytes, changedAt }: BytesHead,
  pieces: AsyncIterable<{ readonly index: number; readonly body: Buffer }>,
): Promise<void> => {
  makeFolder(dirname(path))
  const next = newName(path)
  const handle = await open(next, 'w', 0o600)
  try {
    for await (const { index, body } of pieces)
      for (let written = 0; written < body.length; )
        written += (await handle.write(body, written, body.length - written, index * pieceBytes + written))
          .bytesWritten
    await handle.truncate(bytes)
  } finally {
    await handle.close()
  }
  await utimes(next, changedAt / 1000, changedAt / 1000)
  await rename(next, path)
}

export const removeFile = async (path: string): Promise<void> => {
  await rm(path, { force: true })
}

// Drops a file on a feed as the console does: in pieces, and waits until what runs has run.
import { setTimeout as wait } from 'node:timers/promises'
import { ImportFile, ImportFilesAnswer, TriedImportFile } from '../../shared/wire/import-files.ts'
import type { Answer } from './start-test-feed.ts'

type Ask = (path: string, init?: RequestInit) => Promise<Answer>

const pieceBytes = 1024 * 1024

export const post = (ask: Ask, path: string, body: unknown, method = 'POST'): Promise<Answer> =>
  ask(`/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

export const putPiece = (ask: Ask, id: string, from: number, piece: Uint8Array): Promise<Answer> =>
  ask(`/api/v1/import-files/${id}/pieces?from=${from}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(piece),
  })

export const dropFile = async (ask: Ask, name: string, bytes: Uint8Array): Promise<string> => {
  const begun = await post(ask, '/import-files', { name, bytes: bytes.length })
  const { id } = ImportFile.parse(begun.body)
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const put = await putPiece(ask, id, from, bytes.subarray(from, from + pieceBytes))
    if (put.status !== 200) throw new Error(put.text)
  }
  return id
}

export const fileOf = async (ask: Ask, id: string): Promise<ImportFile> => {
  const { files } = ImportFilesAnswer.parse((await ask('/api/v1/import-files')).body)
  const found = files.find((file) => file.id === id)
  if (!found) throw new Error(`no file ${id}`)
  return found
}

/** Each look waits twice as long as the one before: the feed tells of all its files every time. */
const firstMs = 10
const longestMs = 160
const mostLooks = 500

export const untilDone = async (ask: Ask, id: string): Promise<ImportFile> => {
  for (let looks = 0; looks < mostLooks; looks++) {
    const file = await fileOf(ask, id)
    if (!['waiting', 'checking', 'importing'].includes(file.state)) return file
    await wait(Math.min(longestMs, firstMs * 2 ** looks))
  }
  throw new Error('it runs without an end')
}

export const runFile = async (
  ask: Ask,
  id: string,
  how: {
    readonly source: string
    readonly mapping: object
    readonly rules?: object
    readonly check?: boolean
  },
): Promise<ImportFile> => {
  const asked = await post(ask, `/import-files/${id}/runs`, { rules: {}, check: false, ...how })
  if (asked.status !== 200) throw new Error(asked.text)
  return untilDone(ask, id)
}

export const tryFile = async (ask: Ask, id: string, how: object): Promise<TriedImportFile> => {
  const tried = await post(ask, `/import-files/${id}/try`, { rules: {}, ...how })
  if (tried.status !== 200) throw new Error(tried.text)
  return TriedImportFile.parse(tried.body)
}

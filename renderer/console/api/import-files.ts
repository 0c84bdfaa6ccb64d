// Files that are dropped here, what came of them, and all imports.
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  type FileRunRequest,
  ImportFile,
  ImportFilesAnswer,
  type KeptMapping,
  KeptMappingsAnswer,
  TriedImportFile,
  type TryImportFile,
} from '../../../shared/wire/import-files.ts'
import { ImportsAnswer, ImportUndone } from '../../../shared/wire/imports.ts'
import { Done, request } from './request.ts'

/** While something runs, and while nothing does. */
const runningMs = 500
const restingMs = 5000

export const isRunning = ({ state }: ImportFile): boolean =>
  state === 'waiting' || state === 'checking' || state === 'importing'

export const importFilesQuery = queryOptions({
  queryKey: ['import-files'],
  queryFn: ({ signal }) => request(ImportFilesAnswer, '/import-files', { signal }),
  refetchInterval: ({ state }) => (state.data?.files.some(isRunning) ? runningMs : restingMs),
})

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => request(ImportsAnswer, '/imports', { signal }),
  refetchInterval: restingMs,
})

export const keptMappingsQuery = queryOptions({
  queryKey: ['import-mappings'],
  queryFn: ({ signal }) => request(KeptMappingsAnswer, '/import-mappings', { signal }),
})

/** Keeps nothing. */
export const tryImportFile = (id: string, json: z.input<typeof TryImportFile>, signal: AbortSignal) =>
  request(TriedImportFile, `/import-files/${id}/try`, { json, signal })

export const runImportFile = (id: string, json: z.input<typeof FileRunRequest>) =>
  request(ImportFile, `/import-files/${id}/runs`, { json })

export const stopImportFile = (id: string) => request(ImportFile, `/import-files/${id}/stop`, { json: {} })

export const removeImportFile = (id: string) => request(Done, `/import-files/${id}`, { method: 'DELETE' })

/** `check`: only says what would come of it. */
export const undoImport = (id: string, check: boolean) =>
  request(ImportUndone, `/imports/${id}/undo`, { json: { check } })

export const keepMapping = (json: KeptMapping) => request(Done, '/import-mappings', { method: 'PUT', json })

export const forgetMapping = (name: string) =>
  request(Done, `/import-mappings/${encodeURIComponent(name)}`, { method: 'DELETE' })

/** Of a file, as a link. */
export const rejectsAddress = (id: string): string => `/api/v1/import-files/${id}/rejects.csv`

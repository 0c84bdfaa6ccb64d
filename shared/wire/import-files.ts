// Files of rows that somebody drops on the console: put into the feed in pieces, looked at, checked and imported there. What runs,
// runs in the feed, whoever closes which page.
import { z } from 'zod'
import { Forecast, ImportId } from './imports.ts'
import { InboundMapping } from './mapping.ts'
import { FileRules } from './table.ts'
import { TriedTable } from './tables.ts'
import { Name } from './text.ts'

const megabyte = 1024 * 1024

/** Of a file, in bytes: some five million rows. */
export const largestImportFile = 1024 * megabyte
/** Of a piece of it. */
export const largestImportPiece = 4 * megabyte

const Source = z.string().trim().min(1).max(100)

/** `POST /api/v1/import-files`: a file that will come in pieces. */
export const ImportFileRequest = z.strictObject({
  /** What it is called. */
  name: z.string().trim().min(1).max(300),
  bytes: z.int().min(0),
  /**
   * Whatever tells it from other files of its name and size. With it a file of the same person that broke off goes on: `received`
   * of the answer says from where.
   */
  mark: z.string().min(1).max(200).optional(),
})
export type ImportFileRequest = z.infer<typeof ImportFileRequest>

export const ImportFileId = z.string().regex(/^[0-9a-f]{16}$/)

/** `PUT /api/v1/import-files/:id/pieces`: where in the file the piece begins. */
export const PieceQuery = z.strictObject({ from: z.coerce.number().int().min(0) })

/** As it was written: what reading makes of it cannot be read once more. */
export const WrittenMapping = z
  .record(z.string(), z.unknown())
  .refine((written) => InboundMapping.safeParse(written).success, 'is no mapping')

/** How the rows of a file become facts, as somebody wrote it. */
export const WrittenFileMapping = z.object({ source: Source, rules: FileRules, mapping: WrittenMapping })
export type WrittenFileMapping = z.output<typeof WrittenFileMapping>

/** The same as it is read. */
export const FileMapping = z.strictObject({
  source: Source,
  rules: FileRules,
  mapping: InboundMapping,
})
export type FileMapping = z.output<typeof FileMapping>

/** `POST /api/v1/import-files/:id/try`: without a mapping its columns alone are told. */
export const TryImportFile = z.strictObject({
  rules: FileRules,
  source: Source.optional(),
  mapping: InboundMapping.optional(),
})
export type TryImportFile = z.output<typeof TryImportFile>

/** What a file would become. Counts are of its first rows, `most` at most. */
export const TriedImportFile = TriedTable.extend({
  /** Of a workbook; else none. */
  sheets: z.array(z.string()),
  /** Of a text: how it is read, and whether that is a guess. */
  text: z.object({ encoding: z.string(), isGuess: z.boolean(), delimiter: z.string() }).nullable(),
  /** Whether there are more rows than were looked at. */
  isCut: z.boolean(),
  /** Names that nobody has, whose they probably are (the person's id), and what another column calls them. */
  names: z.array(z.object({ name: z.string(), person: z.string().nullable(), also: z.string().nullable() })),
  /** The name of a kept mapping that was made for a file with this header; null: none. */
  kept: z.string().nullable(),
})
export type TriedImportFile = z.infer<typeof TriedImportFile>

const ImportWarning = z.object({
  what: z.string(),
  count: z.int(),
  first: z.string(),
  line: z.int().nullable(),
  unknown: z.string().optional(),
})

/** What came of a check or an import: counts of rows. */
export const FileResult = z.object({
  /** New and changed; of a check, those that would be. */
  accepted: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  withdrawn: z.int(),
  passedOver: z.int(),
  repeated: z.int(),
  older: z.int(),
  /** The first few. */
  warnings: z.array(ImportWarning),
  notes: z.array(z.string()),
  /** The first few that were refused. */
  refused: z.array(z.object({ line: z.int(), id: z.string().nullable(), why: z.string() })),
  /** Words of the column of stages that the mapping does not have, in the whole file; most rows first. */
  words: z.array(z.object({ word: z.string(), rows: z.int() })).default([]),
  /** Of a check that came to its end: what would be new, what would change, and which numbers. */
  forecast: Forecast.nullable(),
  /** Why it ended before the end of the file, in a sentence; null: it did not. */
  stopped: z.string().nullable(),
})
export type FileResult = z.infer<typeof FileResult>

/**
 * `coming`: not all of it is here. `here`: nothing runs. `waiting`: another file is first. `checking`, `importing`: it runs.
 * `checked`, `imported`: it did.
 */
export const ImportFileState = z.enum([
  'coming',
  'here',
  'waiting',
  'checking',
  'checked',
  'importing',
  'imported',
])
export type ImportFileState = z.infer<typeof ImportFileState>

export const ImportFile = z.object({
  id: ImportFileId,
  name: z.string(),
  bytes: z.int(),
  /** Of them, how many came. */
  received: z.int(),
  /** Who put it there, as people read it. */
  by: z.string(),
  /** Epoch ms: when it began to come. */
  at: z.number(),
  state: ImportFileState,
  /** From 0 to 1, of what runs. */
  progress: z.number(),
  /** Of the last check by the mapping that it was imported with, or would be. */
  check: FileResult.nullable(),
  result: FileResult.nullable(),
  /** By which it can be undone; null: nothing of it was taken. */
  import: ImportId.nullable(),
  isUndone: z.boolean(),
  /** What it was last checked or imported by. */
  asked: WrittenFileMapping.nullable(),
})
export type ImportFile = z.infer<typeof ImportFile>

/** `GET /api/v1/import-files`: newest first. */
export const ImportFilesAnswer = z.object({ files: z.array(ImportFile) })
export type ImportFilesAnswer = z.infer<typeof ImportFilesAnswer>

/** `POST /api/v1/import-files/:id/runs`. A check keeps nothing. */
export const FileRunRequest = FileMapping.extend({ check: z.boolean() })
export type FileRunRequest = z.output<typeof FileRunRequest>

/** A mapping that was kept under a name. */
export const KeptMapping = z.strictObject({
  ...WrittenFileMapping.shape,
  name: Name,
  /** Of the file that it was made for. */
  columns: z.array(z.string().max(300)).max(500),
})
/** `PUT /api/v1/import-mappings`: one of the same name is replaced. */
export type KeptMapping = z.output<typeof KeptMapping>

/** `GET /api/v1/import-mappings`: by name. */
export const KeptMappingsAnswer = z.object({ mappings: z.array(KeptMapping) })
export type KeptMappingsAnswer = z.infer<typeof KeptMappingsAnswer>

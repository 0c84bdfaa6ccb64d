// What a dropped file would become, before anything is checked: its columns, its first rows, and names that nobody has.
import { createSuggestPerson } from '../../../shared/domain/people/suggest-person.ts'
import type { TriedImportFile, TryImportFile } from '../../../shared/wire/import-files.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import type { FileRules } from '../../../shared/wire/table.ts'
import type { Clock } from '../clock.ts'
import { inWords, SourceTrouble } from '../connectors/source-trouble.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { CsvProblem } from '../ingest/csv/csv-problem.ts'
import type { TableReading } from '../tables/table.ts'
import { monthSoFar } from '../tables/totals.ts'
import { columnsOf, nothingTried, tryRows } from '../tables/try-table.ts'
import type { Turns } from '../turns.ts'
import type { DroppedFile, DroppedTable } from './dropped-file.ts'
import { fileMapping } from './file-mapping.ts'
import type { KeptMappings } from './kept-mappings.ts'
import { otherNames } from './other-names.ts'

export interface TryFileParts {
  readonly floor: Pick<LiveFloor, 'refuse' | 'numbers' | 'current'>
  readonly mappings: Pick<KeptMappings, 'madeFor'>
  readonly clock: Clock
  readonly turns: Turns
}

export interface TriedFile {
  /** What it is called. */
  readonly name: string
  readonly file: DroppedFile
}

/** Rows that are looked at before a check: enough to see what is wrong, quickly. */
const mostTried = 5000
const mostNames = 100

/** The file as a table of one. Its columns alone where there is no mapping. */
const readingOf = (
  { name, file }: TriedFile,
  rules: FileRules,
  mapping: Mapping | null,
  onOpen: (table: DroppedTable) => void,
): TableReading => {
  const open = async () => {
    try {
      const opened = await file.open(rules, mapping)
      onOpen(opened)
      const { header, rows, again } = opened
      return { header, rows, again, isTyped: false }
    } catch (error) {
      if (error instanceof CsvProblem)
        throw new SourceTrouble('rights', `“${name}” ${error.message}.`, { cause: error })
      throw error
    }
  }
  return { files: [{ name, open }], isWhole: false, place: null, close: async () => undefined }
}

/** Keeps nothing. */
export const tryFile = async (
  { floor, mappings, clock, turns }: TryFileParts,
  tried: TriedFile,
  { rules, source = 'import', mapping }: TryImportFile,
): Promise<TriedImportFile> => {
  let found: TriedImportFile = {
    ...nothingTried,
    ...{ sheets: [], text: null, isCut: false, names: [], kept: null },
  }
  let seen: Pick<DroppedTable, 'header' | 'text'> = { header: [], text: null }
  const note = (table: DroppedTable): void => {
    seen = table
  }
  try {
    const sheets = await tried.file.sheets()
    found = { ...found, sheets: [...sheets] }
    const columns = await columnsOf(readingOf(tried, rules, null, note))
    const kept = mappings.madeFor(seen.header)?.name ?? null
    found = { ...found, columns: [...columns], text: seen.text, kept }
    if (mapping === undefined) return found
    const means = fileMapping({ source, rules, mapping }, floor.current().file.floor)
    if (typeof means === 'string') return { ...found, trouble: means }
    const read = await tried.file.meant(means)
    const { model } = floor.numbers()
    const rows = await tryRows(readingOf(tried, rules, read, note), read, {
      floor,
      find: model.roster.find,
      period: monthSoFar(model, clock.now()),
      turns,
      most: mostTried,
    })
    const suggest = createSuggestPerson(model.file.people)
    const unknown = rows.people.unknown.slice(0, mostNames)
    const others = unknown.length === 0 ? null : await otherNames(tried.file, rules, read, mostTried)
    return {
      ...found,
      ...rows,
      text: seen.text,
      isCut: rows.counts.rows >= mostTried,
      names: unknown.map((name) => ({ name, person: suggest(name), also: others?.get(name) ?? null })),
    }
  } catch (error) {
    if (error instanceof SourceTrouble) return { ...found, trouble: inWords(error) }
    throw error
  }
}

// What a table would become, before it is in the floor file: its columns, its first rows, its people, and this month twice.
import type { FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import type { TriedRow, TriedTable } from '../../../shared/wire/tables.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { Turns } from '../turns.ts'
import { openForMapping, type ReadRow, readRows } from './read-rows.ts'
import type { TableReading } from './table.ts'
import { countsIn, createTally, type LabelledPeriod } from './totals.ts'

export interface TryParts {
  readonly floor: Pick<LiveFloor, 'refuse'>
  readonly find: FloorModel['roster']['find']
  readonly period: LabelledPeriod
  readonly turns: Turns
  /** Rows that are looked at, at most; left out, all of them. */
  readonly most?: number
}

const shownRows = 10
const mostNamed = 20
const mostColumns = 200
const sampleChars = 80
/** Enough to find something in a column that is seldom filled. */
const sampledBatches = 4
/** As many as a deal has stages. */
const fewValues = 20

export const nothingTried: TriedTable = {
  trouble: null,
  advice: [],
  columns: [],
  rows: [],
  counts: { rows: 0, facts: 0, refused: 0, passedOver: 0, repeated: 0 },
  refused: [],
  people: { matched: 0, of: 0, unknown: [] },
  period: null,
}

/** Rejects with `SourceTrouble`. */
export const columnsOf = async (reading: TableReading): Promise<TriedTable['columns']> => {
  // The newest file stands last.
  const file = reading.files.at(-1)
  if (file === undefined) return []
  const { header, rows } = await openForMapping(file, null)
  const values = header.map(() => new Set<string>())
  let batches = 0
  for await (const batch of rows) {
    for (const { cells, fault } of batch)
      if (fault === null)
        values.forEach((known, index) => {
          const text = (cells[index] ?? '').trim()
          if (text !== '' && known.size <= fewValues) known.add(text.slice(0, sampleChars).toWellFormed())
        })
    batches += 1
    if (batches >= sampledBatches) break
  }
  return header
    .slice(0, mostColumns)
    .map((name, index) => {
      const known = [...(values[index] ?? [])]
      return { name, values: known.slice(0, fewValues), isFew: known.length <= fewValues }
    })
    .filter(({ name }) => name !== '')
}

const shownRow = ({ line, reading }: ReadRow, refuse: (fact: Fact) => string | null): TriedRow => {
  if (reading.kind === 'passed over') return { line, kind: 'passed-over' }
  if (reading.kind === 'withdrawal') return { line, kind: 'withdrawal', id: reading.withdrawal.id }
  if (reading.kind === 'refused') return { line, kind: 'refused', reason: reading.reason }
  const why = refuse(reading.fact)
  return why === null
    ? { line, kind: 'fact', fact: reading.fact, notes: [...reading.notes] }
    : { line, kind: 'refused', reason: why }
}

/** What a mapping makes of it. Rejects with `SourceTrouble`. */
export const tryRows = async (
  reading: TableReading,
  mapping: Mapping,
  { floor, find, period, turns, most = Number.POSITIVE_INFINITY }: TryParts,
): Promise<Omit<TriedTable, 'trouble' | 'advice' | 'columns'>> => {
  const rows: TriedRow[] = []
  const refused: { line: number; why: string }[] = []
  const counts = { rows: 0, facts: 0, refused: 0, passedOver: 0, repeated: 0 }
  const ids = new Set<string>()
  const people = new Set<string>()
  /** Row by row; and of each id what came last. */
  const inTable = createTally()
  const onWall = new Map<string, Fact>()
  looking: for (const file of reading.files)
    for await (const batch of readRows(file, mapping, turns))
      for (const row of batch) {
        if (counts.rows >= most) break looking
        counts.rows += 1
        if (row.reading.kind === 'passed over') counts.passedOver += 1
        if (row.reading.kind === 'withdrawal') onWall.delete(row.reading.withdrawal.id)
        const seen = shownRow(row, floor.refuse)
        if (rows.length < shownRows) rows.push(seen)
        if (seen.kind === 'refused') {
          counts.refused += 1
          if (refused.length < mostNamed) refused.push({ line: seen.line, why: seen.reason })
        }
        if (row.reading.kind !== 'fact') continue
        const { fact } = row.reading
        if (countsIn(fact, period)) inTable.add(fact)
        for (const { rep } of fact.credits) people.add(rep)
        if (ids.has(fact.id)) counts.repeated += 1
        ids.add(fact.id)
        onWall.delete(fact.id)
        if (seen.kind !== 'fact') continue
        counts.facts += 1
        if (countsIn(fact, period)) onWall.set(fact.id, fact)
      }
  const wall = createTally()
  for (const fact of onWall.values()) wall.add(fact)
  const unknown = [...people].filter((name) => find(name) === null)
  return {
    rows,
    counts,
    refused,
    people: {
      matched: people.size - unknown.length,
      of: people.size,
      unknown: unknown.sort().slice(0, 50),
    },
    period: { label: period.label, table: inTable.totals(), wall: wall.totals() },
  }
}

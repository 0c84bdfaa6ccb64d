// Reads the values of a fact from a row's cells: one reader for each cell of the mapping, made once for all rows.

import type { AnyCell } from '../../../../shared/domain/facts/mapping-columns.ts'
import { foldedName } from '../../../../shared/domain/people/name-key.ts'
import type { Money } from '../../../../shared/wire/fact.ts'
import { decimalsOf } from '../../../../shared/wire/iso-4217.ts'
import type {
  Cases,
  DateCell,
  DecimalSign,
  DurationCell,
  Lookup,
  MoneyCell,
  OwnCell,
  PersonCell,
  TextCell,
} from '../../../../shared/wire/mapping.ts'
import { type ColumnIndex, shown, textOf } from './cell-text.ts'
import { cellsOfColumns, createRowTest } from './conditions.ts'
import { createDateReader, type DateReader, type DayOf } from './dates/read-date.ts'
import type { EmptyWords } from './empty-words.ts'
import type { Lookups } from './lookups.ts'
import { readNumber } from './numbers/read-decimal.ts'
import { readDuration } from './numbers/read-duration.ts'
import { isDashAlone, readMoney } from './numbers/read-money.ts'
import { readBoolean } from './read-boolean.ts'
import type { Reading } from './reading.ts'
import { slugOf } from './slug.ts'

/** The value is null for an empty cell without a default. Faults name the column, notes too. */
export type CellReader<T> = (cells: readonly string[]) => Reading<T | null>

/** The mapping's defaults for all cells. */
export interface Defaults {
  readonly timeZone?: string | undefined
  readonly dateFormat?: readonly string[] | undefined
  readonly language?: string | undefined
  readonly decimal?: DecimalSign | undefined
  readonly currency?: string | undefined
}

/** What readers of cells need to know beside their cell. */
export interface Surroundings {
  readonly columns: ColumnIndex
  readonly defaults: Defaults
  readonly empty: EmptyWords
  readonly lookups: Lookups
  /** How a column of dates is read, where it was looked at as a whole. */
  readonly days: ReadonlyMap<DateCell, DayOf>
}

type SourceCell = Exclude<AnyCell, Cases | { cases: unknown }>

interface Rules<T> {
  read(text: string, cells: readonly string[]): Reading<T>
  /** Words of the cell's own tables are never empty. */
  isEmpty(text: string, cells: readonly string[]): boolean
  /** Text that is not in the lookup's file stays as it is; else its row is refused. */
  readonly keepsUnknown?: boolean
}

const named = <T>(column: string, text: string, reading: Reading<T>): Reading<T> => {
  if ('fault' in reading) return { fault: `${column} ${shown(text)} ${reading.fault}` }
  return reading.note === undefined ? reading : { ...reading, note: `${column}: ${reading.note}` }
}

const lookedUp = (
  text: string,
  { file, key }: Lookup,
  table: ReturnType<Lookups['get']>,
  keepsUnknown: boolean,
): Reading<string> => {
  const found = table?.(text)
  if (found !== undefined) return { value: found }
  return keepsUnknown ? { value: text } : { fault: `is not in the column ${key} of ${file}` }
}

/** Passes the cell's text to `read` and puts the column's name before its faults. */
const reader = <T>(cell: SourceCell, { columns, lookups }: Surroundings, rules: Rules<T>): CellReader<T> => {
  const column = 'column' in cell ? cell.column : undefined
  const constant = 'constant' in cell ? cell.constant : undefined
  const fallback = 'default' in cell ? cell.default : undefined
  const lookup = 'lookup' in cell ? cell.lookup : undefined
  const table = lookup && lookups.get(lookup)
  const index = column === undefined ? -1 : columns(column)
  const name = column ?? 'constant'
  return (cells) => {
    let written = constant ?? textOf(cells, index)
    if (lookup && written !== '' && !rules.isEmpty(written, cells)) {
      const found = lookedUp(written, lookup, table, rules.keepsUnknown ?? false)
      if ('fault' in found) return named(name, written, found)
      written = found.value
    }
    const isEmpty = written === '' || (constant === undefined && rules.isEmpty(written, cells))
    const text = isEmpty ? (fallback ?? '') : written
    return text === '' ? { value: null } : named(name, text, rules.read(text, cells))
  }
}

interface Translator {
  read(text: string): Reading<string>
  /** Whether the cell's own tables have it. */
  knows(text: string): boolean
}

/** Replaces spellings, compared as names are, by the values they stand for; `constant` and `default` are values already. */
const translator = (cell: SourceCell): Translator => {
  const mendings = Object.entries(('aliases' in cell && cell.aliases) || {})
  const aliases = new Map(mendings.map(([spelling, value]) => [foldedName(spelling), value]))
  const table = 'values' in cell ? cell.values : undefined
  const fallback = 'default' in cell ? cell.default : undefined
  const isConstant = 'constant' in cell && cell.constant !== undefined
  const values = new Map<string, string>()
  for (const [value, spellings] of Object.entries(table ?? {})) {
    values.set(foldedName(value), value)
    for (const spelling of spellings) values.set(foldedName(spelling), value)
  }
  return {
    knows: (text) => aliases.has(foldedName(text)) || values.has(foldedName(text)),
    read: (text) => {
      if (isConstant || text === fallback) return { value: text }
      const mended = aliases.get(foldedName(text)) ?? text
      if (!table) return { value: mended }
      const value = values.get(foldedName(mended))
      if (value !== undefined) return { value }
      const spellings = [...values.keys()]
      const near = spellings.find((spelling) => spelling.toLowerCase() === mended.toLowerCase())
      const hint = near === undefined ? '' : `; "${near}" differs in its capitals`
      return { fault: `is not one of ${spellings.join(', ')}${hint}` }
    },
  }
}

/** Texts are empty where the file says so, unless the cell's own tables have that word. */
const textRules = (cell: SourceCell, { empty }: Surroundings) => {
  const translate = translator(cell)
  return { translate, isEmpty: (text: string) => empty.isEmpty(text) && !translate.knows(text) }
}

const casesReader = ({ cases }: Cases, { columns, empty }: Surroundings): CellReader<string> => {
  const tests = cases.map(({ is, when }) => ({
    is: is === '' ? null : is,
    holds: when ? createRowTest(when, columns, empty) : () => true,
  }))
  const tell = cellsOfColumns(
    cases.flatMap(({ when }) => (when ? [when] : [])),
    columns,
  )
  return (cells) => {
    const found = tests.find(({ holds }) => holds(cells))
    if (found) return { value: found.is }
    const said = tell(cells).map(([column, text]) => `${column} ${shown(text)}`)
    return { fault: `${said.join(' with ')} is none of the cases in the mapping` }
  }
}

export const textReader = (cell: TextCell, around: Surroundings): CellReader<string> => {
  if ('cases' in cell) return casesReader(cell, around)
  const { translate, isEmpty } = textRules(cell, around)
  return reader(cell, around, { read: translate.read, isEmpty })
}

/** What always stands between people; more of the mapping's own. */
const betweenPeople = [';', '\r', '\n']

/** Everybody whom the cell names, each once. */
export const peopleReader = (cell: PersonCell, around: Surroundings): CellReader<readonly string[]> => {
  const { translate, isEmpty } = textRules(cell, around)
  const slug = 'slug' in cell && cell.slug === true
  const isWhole = 'constant' in cell && cell.constant !== undefined
  const separators = [...betweenPeople, ...(('separator' in cell && cell.separator) || [])]
  const readOne = (text: string): Reading<string> => {
    const name = translate.read(text)
    if ('fault' in name || !slug) return name
    const id = slugOf(name.value)
    return id === ''
      ? { fault: 'has no Latin letters to make an id of; give the person an alias instead' }
      : { value: id }
  }
  const read = (text: string): Reading<readonly string[]> => {
    const names = isWhole || translate.knows(text) ? [text] : partsOf(text, separators)
    const people = new Map<string, string>()
    for (const name of names) {
      const one = readOne(name)
      if ('fault' in one) return one
      if (!people.has(foldedName(one.value))) people.set(foldedName(one.value), one.value)
    }
    return { value: [...people.values()] }
  }
  return reader(cell, around, { read, isEmpty, keepsUnknown: true })
}

/** The trimmed parts of a cell that are not empty; longer separators first, so that ", " is not cut at the comma alone. */
export const partsOf = (text: string, separators: readonly string[]): string[] => {
  const parts = [...separators]
    .sort((a, b) => b.length - a.length)
    .reduce((found, separator) => found.flatMap((part) => part.split(separator)), [text])
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** Throws for a format that is not understood: `readMapping` refuses such mappings. */
export const datesOf = (cell: DateCell, defaults: Defaults, as?: DayOf): DateReader => {
  const formats = 'dateFormat' in cell ? cell.dateFormat : undefined
  const zone = 'timeZone' in cell ? cell.timeZone : undefined
  const dates = createDateReader({
    formats: formats ?? defaults.dateFormat,
    zone: zone ?? defaults.timeZone,
    language: defaults.language,
    as,
    timeApart: 'time' in cell && cell.time !== undefined,
  })
  if (typeof dates === 'string') throw new Error(dates)
  return dates
}

export const dateReader = (cell: DateCell, around: Surroundings, dayOnly: boolean): CellReader<string> => {
  const { columns, defaults, empty, days } = around
  const dates = datesOf(cell, defaults, days.get(cell))
  const timeColumn = 'time' in cell ? cell.time : undefined
  const timeAt = timeColumn === undefined ? -1 : columns(timeColumn)
  const timeIn = (cells: readonly string[]): string | undefined => {
    if (timeAt === -1) return undefined
    const text = textOf(cells, timeAt)
    return empty.isEmptyValue(text) ? '' : text
  }
  return reader(cell, around, {
    isEmpty: empty.isEmptyValue,
    read: (text, cells) => (dayOnly ? dates.readDay : dates.readWhen)(text, timeIn(cells)),
  })
}

/** Of digits alone: a number, unless the cell has a date format of its own. Anything else is read as a date. */
export const versionReader = (cell: DateCell, around: Surroundings): CellReader<number | string> => {
  const format = 'dateFormat' in cell ? cell.dateFormat : undefined
  const dates = datesOf(cell, around.defaults)
  return reader<number | string>(cell, around, {
    isEmpty: around.empty.isEmptyValue,
    read: (text) =>
      format === undefined && /^\d+(\.\d+)?$/.test(text) ? { value: Number(text) } : dates.readWhen(text),
  })
}

export const durationReader = (cell: DurationCell, around: Surroundings): CellReader<number> => {
  const { decimal, unit, clock } =
    'unit' in cell ? cell : { decimal: undefined, unit: undefined, clock: undefined }
  const rules = { declared: decimal ?? around.defaults.decimal, unit, clock }
  return reader(cell, around, {
    isEmpty: around.empty.isEmptyValue,
    read: (text) => readDuration(text, rules),
  })
}

export const moneyReader = (cell: MoneyCell, around: Surroundings): CellReader<Money> => {
  const { columns, defaults, empty } = around
  const own = 'currency' in cell ? cell.currency : undefined
  const decimal = ('decimal' in cell ? cell.decimal : undefined) ?? defaults.decimal
  const scale = 'scale' in cell ? cell.scale : undefined
  const column = typeof own === 'object' ? columns(own.column) : -1
  const fallback = (typeof own === 'object' ? own.default : own) ?? defaults.currency ?? ''
  const currencyIn = (cells: readonly string[]): string => {
    const written = textOf(cells, column).toUpperCase()
    return empty.isEmptyValue(written) ? fallback : written
  }
  return reader(cell, around, {
    isEmpty: (text, cells) => empty.isEmptyValue(text) || isDashAlone(text, currencyIn(cells)),
    read: (text, cells): Reading<Money> => {
      const currency = currencyIn(cells)
      if (currency === '') return { fault: 'has no currency beside it' }
      if (decimalsOf(currency) === null)
        return { fault: `is in "${currency}", which is not an ISO 4217 currency code` }
      return readMoney(text, currency, { declared: decimal, scale })
    },
  })
}

export const ownReader = (cell: OwnCell, around: Surroundings): CellReader<string | number | boolean> => {
  if ('cases' in cell) return casesReader(cell, around)
  const { translate, isEmpty } = textRules(cell, around)
  const as = ('as' in cell && cell.as) || 'text'
  const declared = ('decimal' in cell ? cell.decimal : undefined) ?? around.defaults.decimal
  const { unit, clock } = 'unit' in cell ? cell : { unit: undefined, clock: undefined }
  const readAs = (text: string): Reading<string | number | boolean> => {
    if (as === 'text') return { value: text }
    if (as === 'boolean') return readBoolean(text)
    return as === 'duration'
      ? readDuration(text, { declared, unit, clock })
      : readNumber(text, declared, as === 'percent')
  }
  return reader<string | number | boolean>(cell, around, {
    isEmpty: (text) =>
      isEmpty(text) || (as !== 'text' && around.empty.isEmptyValue(text) && !translate.knows(text)),
    read: (text) => {
      const translated = translate.read(text)
      return 'fault' in translated ? translated : readAs(translated.value)
    },
  })
}

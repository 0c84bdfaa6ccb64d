// Reads the values of a fact from a row's cells: one reader for each cell of the mapping, made once for all rows.
import { foldedName } from '../../../../shared/domain/people/name-key.ts'
import type { Money } from '../../../../shared/wire/fact.ts'
import { decimalsOf } from '../../../../shared/wire/iso-4217.ts'
import type {
  DateCell,
  DecimalSign,
  MoneyCell,
  NumberCell,
  OwnCell,
  PersonCell,
  TextCell,
} from '../../../../shared/wire/mapping.ts'
import type { AnyCell } from './mapping-columns.ts'
import { createDateReader } from './read-date.ts'
import { readNumber } from './read-decimal.ts'
import { readMoney } from './read-money.ts'
import type { Reading } from './reading.ts'
import { slugOf } from './slug.ts'

/** The value is null for an empty cell without a default. Faults name the column. */
export type CellReader<T> = (cells: readonly string[]) => Reading<T | null>

/** The mapping's defaults for all cells. */
export interface Defaults {
  readonly timeZone?: string | undefined
  readonly dateFormat?: string | undefined
  readonly decimal?: DecimalSign | undefined
  readonly currency?: string | undefined
}

export type ColumnIndex = ReadonlyMap<string, number>

/** In a message; a cell may be as long as the file. */
export const shown = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** A reader that passes the cell's text to `read` and puts the column's name before its faults. */
const reader = <T>(
  cell: AnyCell,
  columns: ColumnIndex,
  read: (text: string, cells: readonly string[]) => Reading<T>,
): CellReader<T> => {
  const column = 'column' in cell ? cell.column : undefined
  const constant = 'constant' in cell ? cell.constant : undefined
  const fallback = 'default' in cell ? cell.default : undefined
  const index = columns.get(column ?? '') ?? -1
  return (cells) => {
    const written = constant ?? cells[index]?.trim() ?? ''
    const text = written === '' ? (fallback ?? '') : written
    if (text === '') return { value: null }
    const reading = read(text, cells)
    return 'fault' in reading ? { fault: `${column ?? 'constant'} ${shown(text)} ${reading.fault}` } : reading
  }
}

/** Replaces spellings, compared as names are, by the values they stand for; `constant` and `default` are values already. */
const translator = (cell: TextCell | PersonCell | OwnCell): ((text: string) => Reading<string>) => {
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
  return (text) => {
    if (isConstant || text === fallback) return { value: text }
    const mended = aliases.get(foldedName(text)) ?? text
    if (!table) return { value: mended }
    const value = values.get(foldedName(mended))
    if (value !== undefined) return { value }
    const spellings = [...values.keys()]
    const near = spellings.find((spelling) => spelling.toLowerCase() === mended.toLowerCase())
    const hint = near === undefined ? '' : `; "${near}" differs in its capitals`
    return { fault: `is not one of ${spellings.join(', ')}${hint}` }
  }
}

export const textReader = (cell: TextCell, columns: ColumnIndex): CellReader<string> =>
  reader(cell, columns, translator(cell))

export const personReader = (cell: PersonCell, columns: ColumnIndex): CellReader<string> => {
  const translate = translator(cell)
  const slug = 'slug' in cell && cell.slug === true
  return reader(cell, columns, (text) => {
    const name = translate(text)
    if ('fault' in name || !slug) return name
    const id = slugOf(name.value)
    return id === ''
      ? { fault: 'has no Latin letters to make an id of; give the person an alias instead' }
      : { value: id }
  })
}

export const dateReader = (
  cell: DateCell,
  columns: ColumnIndex,
  defaults: Defaults,
  dayOnly: boolean,
): CellReader<string> => {
  const format = 'dateFormat' in cell ? cell.dateFormat : undefined
  const zone = 'timeZone' in cell ? cell.timeZone : undefined
  const dates = createDateReader(format ?? defaults.dateFormat, zone ?? defaults.timeZone)
  if (typeof dates === 'string') throw new Error(dates)
  return reader(cell, columns, dayOnly ? dates.readDay : dates.readWhen)
}

/** Of digits alone: a number, unless the cell has a date format of its own. Anything else is read as a date. */
export const versionReader = (
  cell: DateCell,
  columns: ColumnIndex,
  defaults: Defaults,
): CellReader<number | string> => {
  const format = 'dateFormat' in cell ? cell.dateFormat : undefined
  const zone = 'timeZone' in cell ? cell.timeZone : undefined
  const dates = createDateReader(format ?? defaults.dateFormat, zone ?? defaults.timeZone)
  if (typeof dates === 'string') throw new Error(dates)
  return reader<number | string>(cell, columns, (text) =>
    format === undefined && /^\d+(\.\d+)?$/.test(text) ? { value: Number(text) } : dates.readWhen(text),
  )
}

export const numberReader = (
  cell: NumberCell,
  columns: ColumnIndex,
  defaults: Defaults,
): CellReader<number> => {
  const decimal = 'decimal' in cell ? cell.decimal : undefined
  return reader(cell, columns, (text) => readNumber(text, decimal ?? defaults.decimal))
}

export const moneyReader = (cell: MoneyCell, columns: ColumnIndex, defaults: Defaults): CellReader<Money> => {
  const own = 'currency' in cell ? cell.currency : undefined
  const decimal = ('decimal' in cell ? cell.decimal : undefined) ?? defaults.decimal
  const column = typeof own === 'object' ? (columns.get(own.column) ?? -1) : -1
  const fallback = (typeof own === 'object' ? own.default : own) ?? defaults.currency ?? ''
  return reader(cell, columns, (text, cells) => {
    const written = cells[column]?.trim().toUpperCase() ?? ''
    const currency = written === '' ? fallback : written
    if (currency === '') return { fault: 'has no currency beside it' }
    if (decimalsOf(currency) === null)
      return { fault: `is in "${currency}", which is not an ISO 4217 currency code` }
    return readMoney(text, currency, decimal)
  })
}

const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1'])
const no: ReadonlySet<string> = new Set(['false', 'no', 'n', '0'])

const readBoolean = (text: string): Reading<boolean> => {
  const word = text.toLowerCase()
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : { fault: 'is neither true nor false' }
}

export const ownReader = (
  cell: OwnCell,
  columns: ColumnIndex,
  defaults: Defaults,
): CellReader<string | number | boolean> => {
  const translate = translator(cell)
  const as = ('as' in cell && cell.as) || 'text'
  const decimal = ('decimal' in cell ? cell.decimal : undefined) ?? defaults.decimal
  return reader<string | number | boolean>(cell, columns, (text) => {
    const translated = translate(text)
    if ('fault' in translated || as === 'text') return translated
    return as === 'number' ? readNumber(translated.value, decimal) : readBoolean(translated.value)
  })
}

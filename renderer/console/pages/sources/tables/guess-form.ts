// Which column is what, by the names that people and programs give them: a form to begin with, which its preview then proves.
import type { TriedTable } from '../../../../../shared/wire/tables.ts'
import { emptyForm, type MappingForm } from '../../inbound/form-mapping.ts'
import { bareColumn, type ColumnKey, usualColumns } from './column-names.ts'

type Column = TriedTable['columns'][number]

const won =
  /\b(?:closed )?won\b|gewonnen|sold|signed|paid|success|verkauft|unterschrieben|bezahlt|gagn[ée]|remport[ée]|ganad[oa]|ganh[oa]|vint[oa]/i
const lost =
  /lost|verloren|reject|cancel|abgelehnt|storniert|abgesagt|declined|perdu|perdid|\bpers[oa]\b|annul|cancelad|annullat/i

type Words = Pick<MappingForm, 'won' | 'lost' | 'open'>

/** How a column of stages says what is won and lost; whatever says neither is open. */
export const wordsFor = ({ values, isFew }: Pick<Column, 'values' | 'isFew'>): Words => {
  // The form writes them with commas between them.
  const written = (isFew ? values : []).filter((value) => !value.includes(','))
  const isLost = (value: string): boolean => lost.test(value)
  const isWon = (value: string): boolean => !isLost(value) && won.test(value)
  return {
    won: written.filter(isWon).join(', '),
    lost: written.filter(isLost).join(', '),
    open: written.filter((value) => !isWon(value) && !isLost(value)).join(', '),
  }
}

/** A day in numbers, and the time of the day where one is written with it. */
const writtenDay = /^(\d{1,2})([./-])(\d{1,2})\2\d{4}(?:( )\d{1,2}:\d{2}(:\d{2})?( [AP]M)?)?$/i

/** How a column of days writes them. */
export interface WrittenDays {
  /** The format with the day first, and the one with the month first. */
  readonly dayFirst: string
  readonly monthFirst: string
  /** `both`: it does not show. */
  readonly order: 'day' | 'month' | 'both'
}

/** Null where its days are written otherwise, or in several ways. */
export const writtenDaysOf = (values: readonly string[]): WrittenDays | null => {
  const days = values.map((value) => writtenDay.exec(value))
  const [first] = days
  if (!first) return null
  const endingOf = (day: RegExpExecArray | null): string | null => {
    if (day === null) return null
    const [, , sign = '', , space = '', seconds = '', half = ''] = day
    const time = space === '' ? '' : ` ${half === '' ? 'H' : 'h'}:mm${seconds === '' ? '' : ':ss'}`
    return `${sign}YYYY${time}${half === '' ? '' : ' A'}`
  }
  const ending = endingOf(first)
  if (ending === null || days.some((day) => endingOf(day) !== ending)) return null
  const sign = first[2] ?? ''
  const isOver12 = (part: number): boolean => days.some((day) => Number(day?.[part]) > 12)
  const [isDay, isMonth] = [isOver12(1) || sign === '.', isOver12(3)]
  // The thirteenth month is no date in any order.
  if (isDay && isMonth) return null
  return {
    dayFirst: `D${sign}M${ending}`,
    monthFirst: `M${sign}D${ending}`,
    order: isDay ? 'day' : isMonth ? 'month' : 'both',
  }
}

/** How a column writes its days, where that shows; else empty. */
const dateFormatOf = (values: readonly string[]): string => {
  const days = writtenDaysOf(values)
  if (days === null || days.order === 'both') return ''
  return days.order === 'day' ? days.dayFirst : days.monthFirst
}

/** The decimal sign of a column of amounts, where one of them shows it; else empty. */
const decimalOf = (values: readonly string[]): string => {
  const signs = new Set<string>()
  for (const value of values) {
    const [, before, sign, after = ''] = /(.*)([.,])(\d+)\D*$/.exec(value) ?? []
    if (before === undefined || sign === undefined) continue
    const other = sign === '.' ? ',' : '.'
    // Three digits after it may be thousands, unless the other sign has grouped them already.
    if (before.includes(other) || after.length !== 3) signs.add(sign)
    else if (before.includes(sign)) signs.add(other)
  }
  const [only] = signs
  return signs.size === 1 && only !== undefined ? only : ''
}

/** `currency`: the floor's. */
export const guessForm = (found: TriedTable['columns'], currency: string): MappingForm => {
  const columns = found.map(({ name }) => name)
  const find = (key: ColumnKey): string =>
    usualColumns[key].flatMap((name) => columns.find((column) => bareColumn(column) === name) ?? [])[0] ?? ''
  const guessed = Object.fromEntries(
    (Object.keys(usualColumns) as ColumnKey[]).map((key) => [key, find(key)]),
  ) as Record<ColumnKey, string>
  const columnOf = (name: string): Column | undefined => found.find((column) => column.name === name)
  const stages = columnOf(guessed.status)
  const isActivity = guessed.amount === '' && guessed.status === '' && guessed.durationSeconds !== ''
  const days = columnOf(isActivity ? guessed.at : guessed.closedAt)?.values ?? []
  const dateFormat = dateFormatOf(days)
  /** All dates are read by one format: a column that writes them otherwise is left out, and so is one that has a part already. */
  const alike = (name: string): string => {
    const [own, first] = [columnOf(name)?.values ?? [], days].map(writtenDaysOf)
    return name === guessed.closedAt || own?.dayFirst !== first?.dayFirst ? '' : name
  }
  return {
    ...emptyForm(currency),
    ...guessed,
    ...(stages !== undefined && wordsFor(stages)),
    dateFormat,
    decimal: decimalOf(columnOf(guessed.amount)?.values ?? []),
    createdAt: alike(guessed.createdAt),
    expectedCloseOn: alike(guessed.expectedCloseOn),
    stageEnteredAt: alike(guessed.stageEnteredAt),
    lastActivityAt: alike(guessed.lastActivityAt),
    version: dateFormat === '' ? guessed.version : '',
    type: isActivity ? 'activity' : 'deal',
    statusIs: guessed.status === '' ? 'won' : 'path',
    // One column is not two things.
    stage: guessed.stage === guessed.status ? '' : guessed.stage,
  }
}

// Finds the delimiter of a CSV file: papaparse's guess from the first rows, checked against the columns that are wanted.
import Papa from 'papaparse'
import { foldedName } from '../../../../shared/domain/people/name-key.ts'

const usual = [',', ';', '\t', '|', ':'] as const

/** The cells of one record; null when its quotes are malformed. */
export const cellsOf = (record: string, delimiter: string): string[] | null => {
  const { data, errors } = Papa.parse<string[]>(record, { delimiter, newline: '\n' })
  const [cells] = data
  return cells && data.length === 1 && errors.length === 0 ? cells : null
}

/** `sample` starts with the header. Falls back to the guess when no delimiter gives all wanted columns. */
export const findDelimiter = (sample: string, wanted: readonly string[]): string => {
  const guessed = Papa.parse<string[]>(sample, { preview: 20, skipEmptyLines: true }).meta.delimiter
  const [header = ''] = sample.split(/\r\n|\n|\r/, 1)
  const hasWanted = (delimiter: string): boolean => {
    const names = (cellsOf(header, delimiter) ?? []).map(foldedName)
    return wanted.every((name) => names.includes(foldedName(name)))
  }
  return [guessed, ...usual].find(hasWanted) ?? guessed
}

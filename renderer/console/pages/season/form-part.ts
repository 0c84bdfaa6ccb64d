import type { SeasonForm } from '../../../../shared/domain/season/making/season-form.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'

/** What every part of the form is given. */
export interface FormPart {
  readonly form: SeasonForm
  readonly file: FloorFile
  readonly set: (change: Partial<SeasonForm>) => void
}

/** A list with one of its entries changed. */
export const withEntry = <T>(list: readonly T[], at: number, change: Partial<T>): T[] =>
  list.map((each, nth) => (nth === at ? { ...each, ...change } : each))

export const withoutEntry = <T>(list: readonly T[], at: number): T[] => list.filter((_, nth) => nth !== at)

export const largest = 1e9

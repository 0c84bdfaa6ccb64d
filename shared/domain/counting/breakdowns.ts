// What counts for a metric, by the values of a field that the floor names, such as the product: kept for each team and for
// the org beside the counters of people, and only on floors that ask for it.
import { foldedName } from '../people/name-key.ts'
import type { SubjectIndex } from '../people/roster.ts'
import { createReader, type Occurrence, type Reader } from './condition.ts'
import type { Cell } from './counters.ts'
import type { FloorModel } from './floor-model.ts'
import { addTo, createSeries, packSeries, type Series, sumInto, type Tally, unpackSeries } from './series.ts'

/** The value of facts that lack the field. */
export const noValue = ''

/** Stands for all values beyond the first thousand of a field, so that a faulty source cannot fill the memory. */
export const otherValue = '…'
const mostValues = 1000

/** Plain data and typed arrays, for a structured clone. A key is (value's place × metrics + metric) × subjects + subject. */
export interface PackedBreakdowns {
  /** For each field in the floor file's order, its values in the order in which they first came. */
  readonly values: readonly (readonly string[])[]
  readonly series: readonly { readonly field: number; readonly key: number; readonly packed: Float64Array }[]
}

export interface Breakdowns {
  /** Whether there is any, so that nothing else need be asked. */
  readonly isKept: boolean
  /** The values of an occurrence, in the order of the fields. */
  textsOf(occurrence: Occurrence): readonly string[]
  /** Finds the values of an occurrence, for the parts of it that `add` then counts. */
  begin(occurrence: Occurrence): void
  add(metric: number, subject: SubjectIndex, day: number, weight: number, amount: number): void
  /** Values that ever counted, in the order in which they came; null for a field that the floor does not break down by. */
  valuesOf(field: string): readonly string[] | null
  sumInto(field: string, value: string, metric: number, cells: readonly Cell[], tally: Tally): void
  pack(): PackedBreakdowns
}

interface Field {
  readonly name: string
  readonly read: Reader
  readonly places: Map<string, number>
  readonly series: Map<number, Series>
  /** Of the occurrence at hand. */
  place: number
}

/** Two spellings that look the same are one value. */
const textOf = (value: ReturnType<Reader>): string => (value == null ? noValue : foldedName(String(value)))

export const createBreakdowns = (
  { file, metrics, roster }: Pick<FloorModel, 'file' | 'metrics' | 'roster'>,
  minorPerUnit: number,
  from: PackedBreakdowns | null,
): Breakdowns => {
  const { subjectCount } = roster
  const fields = file.floor.breakdowns.flatMap((name, index): Field[] => {
    const read = createReader(name, minorPerUnit)
    if (!read) return []
    const places = new Map((from?.values[index] ?? []).map((value, place) => [value, place]))
    const series = (from?.series ?? []).filter(({ field }) => field === index)
    const unpacked = series.map(({ key, packed }): [number, Series] => [key, unpackSeries(packed)])
    return [{ name, read, places, series: new Map(unpacked), place: 0 }]
  })
  const keyOf = (place: number, metric: number, subject: SubjectIndex): number =>
    (place * metrics.length + metric) * subjectCount + subject

  /** Once a field is full it stays so: what is counted as another value is taken back as one too. */
  const placeOf = ({ places }: Field, value: string): number => {
    const known = places.get(value) ?? (places.size < mostValues ? undefined : places.get(otherValue))
    if (known !== undefined) return known
    places.set(places.size < mostValues ? value : otherValue, places.size)
    return places.size - 1
  }

  return {
    isKept: fields.length > 0,
    textsOf: (occurrence) => fields.map(({ read }) => textOf(read(occurrence))),
    begin: (occurrence) => {
      for (const field of fields) field.place = placeOf(field, textOf(field.read(occurrence)))
    },
    add: (metric, subject, day, weight, amount) => {
      if (metric >= metrics.length) return
      for (const field of fields) {
        const key = keyOf(field.place, metric, subject)
        const own = field.series.get(key) ?? createSeries()
        field.series.set(key, own)
        addTo(own, day, weight, amount)
      }
    },
    valuesOf: (name) => {
      const field = fields.find((each) => each.name === name)
      return field ? [...field.places.keys()] : null
    },
    sumInto: (name, value, metric, cells, tally) => {
      const field = fields.find((each) => each.name === name)
      const place = field?.places.get(value)
      if (!field || place === undefined) return
      for (const { subject, days } of cells) {
        const own = field.series.get(keyOf(place, metric, subject))
        if (own) sumInto(own, days, tally)
      }
    },
    pack: () => ({
      values: fields.map(({ places }) => [...places.keys()]),
      series: fields.flatMap(({ series }, field) =>
        [...series].map(([key, own]) => ({ field, key, packed: packSeries(own) })),
      ),
    }),
  }
}

// Everybody in order, by a full sort.
import type { FloorFile, Metric } from '../../shared/wire/floor.ts'
import type { GoalState } from '../../shared/wire/view-parts.ts'

export interface Row {
  readonly subject: string
  readonly value: number | null
  readonly goal: number | null
  readonly attainment: number | null
  readonly pace: number | null
  readonly state: GoalState | null
  readonly rank: number | null
}

export type Entry = Omit<Row, 'rank'> & {
  /** Ranked within their group only; null: not ranked. */
  readonly group: number | null
  readonly name: string
  readonly reached: number | null
}

export const inRanks = (file: FloorFile, metric: Metric, entries: readonly Entry[]): readonly Row[] => {
  const better = (a: number, b: number): number => (metric.better === 'higher' ? b - a : a - b)
  const collator = new Intl.Collator(file.floor.locale)
  const inOrder = [...entries].sort((a, b) => {
    if (a.group !== b.group) return (a.group ?? 99) - (b.group ?? 99)
    if (a.value !== b.value) {
      if (a.value === null) return 1
      if (b.value === null) return -1
      return better(a.value, b.value)
    }
    if (a.reached !== b.reached) return (a.reached ?? Number.MAX_VALUE) - (b.reached ?? Number.MAX_VALUE)
    return collator.compare(a.name, b.name) || (a.subject < b.subject ? -1 : 1)
  })
  return inOrder.map(({ group, name: _name, reached: _reached, ...row }): Row => {
    const { value } = row
    const isAhead = (other: Entry): boolean =>
      other.group === group && other.value !== null && value !== null && better(other.value, value) < 0
    const rank = group === null || value === null ? null : 1 + entries.filter(isAhead).length
    return { ...row, rank }
  })
}

// What people reached in the periods before, and in those that are shown.
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MetricAnswer } from '../../../../shared/wire/query.ts'
import { metricValuesQuery } from '../../api/metric-values.ts'
import { useMe } from '../../api/queries.ts'
import type { Grain } from './goal-sheet.ts'
import { shownValue } from './shown-value.ts'

/** Of which suggestions are made. */
export const pastPeriods = 6

export interface History {
  readonly isThere: boolean
  /** By period's offset, then person; as people write amounts. */
  of(offset: number, person: string): number | null
  label(offset: number): string
}

/** `shown`: offsets of the periods on the page. */
export const useHistory = (metric: string, grain: Grain, shown: readonly number[]): History => {
  const currency = useMe()?.floor.currency ?? 'USD'
  const offsets = useMemo(() => {
    const past = Array.from({ length: pastPeriods }, (_, at) => at - pastPeriods)
    return [...new Set([...past, ...shown.filter((offset) => offset <= 0)])]
  }, [shown])
  const answers = useQueries({
    queries: offsets.map((offset) => metricValuesQuery(metric, grain, offset)),
    combine: (results) => results.map(({ data }) => data),
  })
  return useMemo(() => {
    const byOffset = new Map<number, MetricAnswer>()
    for (const [at, answer] of answers.entries()) {
      const offset = offsets[at]
      if (answer && offset !== undefined) byOffset.set(offset, answer)
    }
    const values = new Map(
      [...byOffset].map(
        ([
          offset,
          {
            metric: { unit },
            rows,
          },
        ]) => [
          offset,
          new Map(rows.map(({ subject, value }) => [subject, shownValue(value, unit, currency)])),
        ],
      ),
    )
    return {
      isThere: byOffset.size === offsets.length,
      of: (offset, person) => values.get(offset)?.get(person) ?? null,
      label: (offset) => byOffset.get(offset)?.window.label ?? '',
    }
  }, [answers, offsets, currency])
}

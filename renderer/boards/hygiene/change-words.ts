// How a count got to where it is, in words: more than before is worse.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { HygieneCell, HygieneColumn } from '../../../shared/wire/boards/hygiene-board.ts'

interface ChangeWords {
  readonly text: string
  readonly turn: 'better' | 'worse' | 'level'
}

const before: Readonly<Record<Exclude<HygieneColumn['compared'], 'new' | null>, string>> = {
  day: 'yesterday',
  week: 'last week',
  month: 'last month',
  quarter: 'last quarter',
  year: 'last year',
}

/** Null where nothing can be said. */
export const changeWords = (
  { change }: Pick<HygieneCell, 'change'>,
  { compared, metric }: Pick<HygieneColumn, 'compared' | 'metric'>,
  format: Format,
): ChangeWords | null => {
  if (change === null || compared === null) return null
  const by = format.value(Math.abs(change), metric.unit)
  const level = by === format.value(0, metric.unit)
  if (compared === 'new')
    return level ? { text: 'none new', turn: 'level' } : { text: `▲ ${by} new`, turn: 'worse' }
  if (level) return { text: `as ${before[compared]}`, turn: 'level' }
  return change < 0
    ? { text: `▼ ${by} on ${before[compared]}`, turn: 'better' }
    : { text: `▲ ${by} on ${before[compared]}`, turn: 'worse' }
}

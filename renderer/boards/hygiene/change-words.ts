// How a count got to where it is, in words: more than before is worse.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { HygieneCell, HygieneColumn } from '../../../shared/wire/boards/hygiene-board.ts'

interface ChangeWords {
  readonly text: string
  readonly turn: 'better' | 'worse' | 'level'
}

/** Null where nothing can be said. */
export const changeWords = (
  { change }: Pick<HygieneCell, 'change'>,
  { compared, metric }: Pick<HygieneColumn, 'compared' | 'metric'>,
  format: Format,
): ChangeWords | null => {
  if (change === null || compared === null) return null
  const { say } = format
  const by = format.value(Math.abs(change), metric.unit)
  const level = by === format.value(0, metric.unit)
  if (compared === 'new')
    return level
      ? { text: say({ id: 'hygiene.none-new', defaultMessage: 'none new' }), turn: 'level' }
      : { text: say({ id: 'hygiene.new', defaultMessage: '▲ {by} new' }, { by }), turn: 'worse' }
  if (level)
    return {
      text: say(
        {
          id: 'hygiene.as-before',
          defaultMessage:
            'as {before, select, day {yesterday} week {last week} month {last month} quarter {last quarter} other {last year}}',
        },
        { before: compared },
      ),
      turn: 'level',
    }
  const text = say(
    {
      id: 'hygiene.change',
      defaultMessage:
        '{by} on {before, select, day {yesterday} week {last week} month {last month} quarter {last quarter} other {last year}}',
    },
    { by, before: compared },
  )
  return change < 0 ? { text: `▼ ${text}`, turn: 'better' } : { text: `▲ ${text}`, turn: 'worse' }
}

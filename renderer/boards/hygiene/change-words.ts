// How a count got to where it is, in words: more than before is worse, so that it has a plus or a minus and no triangle.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { HygieneCell, HygieneColumn } from '../../../shared/wire/boards/hygiene-board.ts'

interface ChangeWords {
  readonly text: string
  /** In the cells of a column whose head says what they are held against: "+3". */
  readonly short: string
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
  const level = format.value(Math.abs(change), metric.unit) === format.value(0, metric.unit)
  if (compared === 'new') {
    const text = level
      ? say({ id: 'hygiene.none-new', defaultMessage: 'none new' })
      : say({ id: 'hygiene.new', defaultMessage: '{by} new' }, { by: format.value(change, metric.unit) })
    return { text, short: text, turn: level ? 'level' : 'worse' }
  }
  if (level) {
    const text = say(
      {
        id: 'hygiene.as-before',
        defaultMessage:
          'as {before, select, day {yesterday} week {last week} month {last month} quarter {last quarter} other {last year}}',
      },
      { before: compared },
    )
    return { text, short: text, turn: 'level' }
  }
  const by = format.delta(change, metric.unit)
  const text = say(
    {
      id: 'hygiene.change',
      defaultMessage:
        '{by} on {before, select, day {yesterday} week {last week} month {last month} quarter {last quarter} other {last year}}',
    },
    { by, before: compared },
  )
  return { text, short: by, turn: change < 0 ? 'better' : 'worse' }
}

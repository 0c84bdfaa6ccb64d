// The days of the week, each a button that is in or out.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { weekdayIndex } from '../../../../shared/domain/time/week.ts'
import { Weekday } from '../../../../shared/wire/floor.ts'
import { useSay } from '../../words/words.tsx'
import { useDayWords } from './day-words.ts'

interface DayPicksProps {
  readonly days: readonly Weekday[]
  /** Stands first. */
  readonly first: Weekday
  readonly onChange: (days: readonly Weekday[]) => void
}

/** A Monday, for the names of weekdays. */
const monday = 4

export function DayPicks({ days, first, onChange }: DayPicksProps) {
  const say = useSay()
  const words = useDayWords()
  const begin = weekdayIndex[first]
  const ordered = [...Weekday.options.slice(begin), ...Weekday.options.slice(0, begin)]
  return (
    <ToggleButtonGroup
      className="segments day-picks"
      aria-label={say({ id: 'console.rule.weekdays', defaultMessage: 'Days of the week' })}
      selectionMode="multiple"
      selectedKeys={[...days]}
      onSelectionChange={(keys) => onChange(Weekday.options.filter((day) => keys.has(day)))}
    >
      {ordered.map((day) => (
        <ToggleButton key={day} id={day} className="segment">
          {words.weekday(monday + weekdayIndex[day])}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

// The first and the last day of something, beside each other.
import { useSay } from '../words/words.tsx'
import { TextField } from './field.tsx'

interface DayRangeProps {
  /** Local dates. */
  readonly from: string
  readonly until: string
  readonly onFrom: (from: string) => void
  readonly onUntil: (until: string) => void
}

/** A date that is half typed is none, and is not told. */
const told = (tell: (date: string) => void) => (date: string) => {
  if (date !== '') tell(date)
}

export function DayRange({ from, until, onFrom, onUntil }: DayRangeProps) {
  const say = useSay()
  return (
    <div className="form-row">
      <TextField
        type="date"
        label={say({ id: 'console.contest.from', defaultMessage: 'First day' })}
        value={from}
        onChange={told(onFrom)}
      />
      <TextField
        type="date"
        label={say({ id: 'console.contest.until', defaultMessage: 'Last day' })}
        value={until}
        onChange={told(onUntil)}
      />
    </div>
  )
}

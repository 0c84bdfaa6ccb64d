// What was probably meant, each to be chosen by a press.
import type { ReactNode } from 'react'
import { likelyDates } from '../../../../shared/domain/mending/likely-dates.ts'
import { Button } from '../../kit/button.tsx'
import { useDateWords } from '../../words/use-date-words.ts'
import { useToday } from '../people/use-today.ts'

interface SuggestedProps {
  /** Before them. */
  readonly words?: ReactNode
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly onChoose: (id: string) => void
}

/** Nothing where nothing is. */
export function Suggested({ words, choices, onChoose }: SuggestedProps) {
  if (choices.length === 0) return null
  return (
    <div className="fault-suggestions">
      {words !== undefined && <span className="soft small">{words}</span>}
      {choices.map(({ id, name }) => (
        <Button key={id} size="small" onPress={() => onChoose(id)}>
          <bdi>{name}</bdi>
        </Button>
      ))}
    </div>
  )
}

interface LikelyDaysProps extends Omit<SuggestedProps, 'choices'> {
  /** A date or an instant as its source wrote it. */
  readonly date: string
}

/** What a date probably was: no day that is still to come where the floor is. */
export function LikelyDays({ date, ...suggested }: LikelyDaysProps) {
  const today = useToday()
  const dateWords = useDateWords()
  const days = likelyDates(date.slice(0, 10), today)
  return <Suggested choices={days.map((day) => ({ id: day, name: dateWords(day) }))} {...suggested} />
}

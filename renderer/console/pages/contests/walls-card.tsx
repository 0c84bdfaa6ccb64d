// Whose walls a contest by the clock has for its time.
import { FormattedMessage } from 'react-intl'
import { minutesAfter, minutesBefore } from '../../../../shared/domain/contests/making/contest-walls.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { Card } from '../../kit/card.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { useSay } from '../../words/words.tsx'

interface WallsCardProps {
  /** Those that whoever makes it may use. */
  readonly screens: FloorFile['screens']
  readonly value: readonly string[]
  readonly onChange: (screens: readonly string[]) => void
}

export function WallsCard({ screens, value, onChange }: WallsCardProps) {
  const say = useSay()
  if (screens.length === 0) return null
  return (
    <Card title={<FormattedMessage id="console.places" defaultMessage="Where it hangs" />}>
      <CheckList
        label={say(
          {
            id: 'console.contest.walls',
            defaultMessage:
              'These screens show nothing else, from {before} minutes before it until {after} minutes after',
          },
          { before: minutesBefore, after: minutesAfter },
        )}
        items={screens.map(({ id, name }) => ({ id, name }))}
        value={value}
        onChange={onChange}
      />
    </Card>
  )
}

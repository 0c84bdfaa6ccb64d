// What the people's goals come to, beside the team's own.
import { FormattedMessage } from 'react-intl'
import { Card } from '../../kit/card.tsx'
import { askedIn, sumOf } from './goal-grid.tsx'
import type { GoalSheet } from './goal-sheet.ts'

/** Nothing where one of them has no goal. */
export function TeamGoalCard({
  sheet,
  write,
}: {
  readonly sheet: GoalSheet
  readonly write: (amount: number | null) => string
}) {
  const open = sheet.periods
    .map((period, column) => ({ period, column }))
    .filter(({ period }) => !period.isOver)
  const people = sumOf(
    open
      .flatMap(({ column }) => sheet.rows.map(({ cells }) => cells[column]))
      .map((cell) => (cell ? askedIn(cell) : null)),
  )
  const own = sumOf(open.map(({ column }) => sheet.own[column]?.goal ?? null))
  if (people === null || own === null || own === 0) return null
  const share = Math.min(1, people / own)
  return (
    <Card title={<FormattedMessage id="console.goals.against" defaultMessage="Against its own goal" />}>
      <span className="goal-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <p>
        <b className="figures">
          <FormattedMessage
            id="console.goals.of"
            defaultMessage="{people} of {own}."
            values={{ people: write(people), own: write(own) }}
          />
        </b>{' '}
        <span className="soft">
          {people < own ? (
            <FormattedMessage
              id="console.goals.gap"
              defaultMessage="The people’s goals leave {gap} that nobody has."
              values={{ gap: write(Math.round((own - people) * 1e6) / 1e6) }}
            />
          ) : (
            <FormattedMessage id="console.goals.covered" defaultMessage="The people’s goals cover it." />
          )}
        </span>
      </p>
    </Card>
  )
}

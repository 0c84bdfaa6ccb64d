// By when something is to be done.
import { FormattedMessage } from 'react-intl'
import { PlainDay } from './plain-day.tsx'

interface DueWordsProps {
  /** `YYYY-MM-DD`. */
  readonly dueOn: string
  readonly isOverdue: boolean
}

export function DueWords({ dueOn, isOverdue }: DueWordsProps) {
  const day = <PlainDay day={dueOn} />
  return (
    <span data-overdue={isOverdue ? '' : undefined}>
      {isOverdue ? (
        <FormattedMessage id="console.action.overdue" defaultMessage="overdue since {day}" values={{ day }} />
      ) : (
        <FormattedMessage id="console.action.by" defaultMessage="by {day}" values={{ day }} />
      )}
    </span>
  )
}

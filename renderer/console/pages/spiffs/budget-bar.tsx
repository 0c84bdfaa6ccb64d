// What of a budget is approved, what waits, and what is left.
import { FormattedMessage } from 'react-intl'
import type { SpiffSums } from '../../../../shared/wire/spiffs.ts'
import { useSpiffWords } from './use-spiff-words.ts'

interface BudgetBarProps {
  readonly of: SpiffSums
  readonly currency: string
}

const percentOf = (part: number, whole: number): string => `${Math.min(100, (100 * part) / whole)}%`

export function BudgetBar({
  of: { budgetMinor, approvedMinor, dueMinor, waiting },
  currency,
}: BudgetBarProps) {
  const { minor } = useSpiffWords(currency)
  return (
    <div>
      <div className="spiff-bar" aria-hidden="true">
        <span className="approved" style={{ width: percentOf(approvedMinor, budgetMinor) }} />
        <span className="due" style={{ width: percentOf(dueMinor, budgetMinor) }} />
      </div>
      <p className="spiff-sums soft small figures">
        <span>
          <FormattedMessage
            id="console.spiff.sum.approved"
            defaultMessage="{amount} approved"
            values={{ amount: minor(approvedMinor) }}
          />
        </span>
        <span>
          <FormattedMessage
            id="console.spiff.sum.due"
            defaultMessage="{amount} {waiting, plural, =0 {waits} one {waits in one payment} other {waits in # payments}}"
            values={{ amount: minor(dueMinor), waiting }}
          />
        </span>
        <span>
          <FormattedMessage
            id="console.spiff.sum.left"
            defaultMessage="{left} of {budget} left"
            values={{
              left: minor(Math.max(0, budgetMinor - approvedMinor - dueMinor)),
              budget: minor(budgetMinor),
            }}
          />
        </span>
      </p>
    </div>
  )
}

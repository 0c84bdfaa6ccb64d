// A metric is taken away: what uses it is told first. What cannot do without it keeps it; one that is counted no more keeps
// its past.
import { FormattedMessage } from 'react-intl'
import type { Use } from '../../../../../shared/domain/edits/mentions.ts'
import type { Metric } from '../../../../../shared/wire/floor.ts'
import { AskDialog } from '../../../kit/ask-dialog.tsx'
import { Button } from '../../../kit/button.tsx'
import { UsedBy } from '../catalogue/used-by.tsx'

interface RemoveDialogProps {
  readonly metric: Metric
  readonly uses: readonly Use[]
  /** Takes it away, and from what can do without it. */
  readonly onRemove: () => void
  /** Counts it no more from today on. */
  readonly onRetire: () => void
  readonly onClose: () => void
}

/** These are made of their metrics, and go before them. */
const madeOf: ReadonlySet<string> = new Set(['boards', 'metrics', 'formulas'])

export function RemoveDialog({ metric, uses, onRemove, onRetire, onClose }: RemoveDialogProps) {
  const fixed = uses.filter(({ list }) => madeOf.has(list))
  return (
    <AskDialog
      width="usual"
      onClose={onClose}
      onDo={onRemove}
      isDisabled={fixed.length > 0}
      title={
        <FormattedMessage
          id="console.metric.remove.title"
          defaultMessage="Remove {name}?"
          values={{ name: <bdi>{metric.name}</bdi> }}
        />
      }
      instead={
        metric.retired === undefined && (
          <Button onPress={onRetire}>
            <FormattedMessage id="console.metric.retire" defaultMessage="Count it no more from today" />
          </Button>
        )
      }
      action={
        uses.length > 0 && fixed.length === 0 ? (
          <FormattedMessage id="console.metric.remove.everywhere" defaultMessage="Remove it, there too" />
        ) : (
          <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
        )
      }
    >
      <div className="form">
        {uses.length === 0 ? (
          <p>
            <FormattedMessage
              id="console.metric.remove.unused"
              defaultMessage="Nothing uses it. History brings it back."
            />
          </p>
        ) : (
          <>
            <p>
              {fixed.length > 0 ? (
                <FormattedMessage
                  id="console.metric.remove.fixed"
                  defaultMessage="It is used, and some of that is nothing without it. Change or remove these boards, metrics and formulas first:"
                />
              ) : (
                <FormattedMessage
                  id="console.metric.remove.used"
                  defaultMessage="It is used. These lose it too:"
                />
              )}
            </p>
            <UsedBy uses={uses} />
          </>
        )}
        {metric.retired === undefined && (
          <p className="soft small">
            <FormattedMessage
              id="console.metric.retire.note"
              defaultMessage="Counted no more, it stays with all that it counted, and the wall says so."
            />
          </p>
        )}
      </div>
    </AskDialog>
  )
}

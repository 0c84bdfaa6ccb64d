// A month as the vendor counts it and as the wall does: what the last night found, or what was just asked for.
import { Scale } from 'lucide-react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { KeptDifference } from '../../../../shared/wire/sources.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { DifferingDeals } from './differing-deals.tsx'
import { WonCompare } from './won-words.tsx'

interface ComparedProps {
  readonly vendor: string
  /** Null: it was never counted. */
  readonly compared: KeptDifference | null
  readonly isAsking: boolean
  readonly canAsk: boolean
  readonly onAsk: () => void
}

export function Compared({ vendor, compared, isAsking, canAsk, onAsk }: ComparedProps) {
  const ask = (
    <Button
      size="small"
      icon={<Scale aria-hidden="true" />}
      isPending={isAsking}
      isDisabled={!canAsk}
      onPress={onAsk}
    >
      {compared === null ? (
        <FormattedMessage
          id="console.sources.compare"
          defaultMessage="Compare this month with {vendor}"
          values={{ vendor }}
        />
      ) : (
        <FormattedMessage id="console.sources.compare.again" defaultMessage="Compare again" />
      )}
    </Button>
  )
  if (compared === null) return <div className="source-compare">{ask}</div>
  const { at, differs, label, theirs, ours, missing, extra } = compared
  return (
    <div className="source-compare">
      <WonCompare vendor={vendor} label={label} theirs={theirs} ours={ours} />
      {differs ? (
        <Notice
          tone="warn"
          title={
            <FormattedMessage
              id="console.sources.compare.apart"
              defaultMessage="{vendor} and the wall differ"
              values={{ vendor }}
            />
          }
        >
          <DifferingDeals missing={missing} extra={extra} />
          <p className="small">
            <FormattedMessage
              id="console.sources.compare.differs"
              defaultMessage="Changes of the last minute, currencies without a rate, stages that you set otherwise, and closing dates around midnight can be why."
            />
          </p>
        </Notice>
      ) : (
        <p className="source-agrees">
          <FormattedMessage id="console.sources.compare.same" defaultMessage="Both say the same." />
        </p>
      )}
      <div className="source-counted">
        <span className="soft small">
          <FormattedMessage
            id="console.sources.compare.at"
            defaultMessage="Counted {at}; again each night"
            values={{ at: <FormattedDate value={at} dateStyle="medium" timeStyle="short" /> }}
          />
        </span>
        {ask}
      </div>
    </div>
  )
}

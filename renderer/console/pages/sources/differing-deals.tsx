// Which deals one side has and the other lacks.
import { FormattedMessage } from 'react-intl'
import type { KeptDifference } from '../../../../shared/wire/sources.ts'

export function DifferingDeals({ missing, extra }: Pick<KeptDifference, 'missing' | 'extra'>) {
  return (
    <>
      {missing.length > 0 && (
        <p className="small">
          <FormattedMessage
            id="console.sources.compare.missing"
            defaultMessage="Not on the wall: {names}"
            values={{ names: missing.join(', ') }}
          />
        </p>
      )}
      {extra.length > 0 && (
        <p className="small">
          <FormattedMessage
            id="console.sources.compare.extra"
            defaultMessage="On the wall alone: {names}"
            values={{ names: extra.join(', ') }}
          />
        </p>
      )}
    </>
  )
}

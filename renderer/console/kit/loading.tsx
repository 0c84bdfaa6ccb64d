import { FormattedMessage } from 'react-intl'
import './loading.css'

/** For what takes longer than a moment: it appears only after one. */
export function Loading() {
  return (
    <p className="loading soft" role="status">
      <FormattedMessage id="console.loading" defaultMessage="Loading…" />
    </p>
  )
}

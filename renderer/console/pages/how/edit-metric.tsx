import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'

/** To where metrics are set up. */
export function EditMetric() {
  return (
    <Link to="/metrics" className="button plain usual">
      <FormattedMessage id="console.how.edit" defaultMessage="Edit the metric" />
    </Link>
  )
}

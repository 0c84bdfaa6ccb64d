// Says that what is typed here crosses the network in the clear: somebody has chosen that, and others should know.
import { LockOpen } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { useMe } from '../api/queries.ts'
import './link-banner.css'

export function PlainHttpBanner() {
  if (!useMe()?.plainHttp) return null
  return (
    <p className="link-banner" role="status">
      <LockOpen aria-hidden="true" />
      <span>
        <FormattedMessage
          id="console.plain-http"
          defaultMessage="This feed speaks plain HTTP: passwords cross the network unencrypted. Start it without --plain-http, or behind a proxy that speaks TLS."
        />
      </span>
    </p>
  )
}

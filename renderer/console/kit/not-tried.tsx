// In the place of what something would have come to, while nobody can say it.
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'

interface NotTriedProps {
  readonly className?: string
  /** What is shown as soon as nothing is missing; null where nothing is. */
  readonly missing: ReactNode | null
  readonly failed: boolean
}

export function NotTried({ className = '', missing, failed }: NotTriedProps) {
  return (
    <p className={`soft ${className}`.trim()} role="status">
      {missing ??
        (failed ? (
          <FormattedMessage
            id="console.contest.tried.failed"
            defaultMessage="It cannot be tried at the moment. It can be saved all the same."
          />
        ) : (
          <FormattedMessage id="console.draft.counting" defaultMessage="Counting all facts…" />
        ))}
    </p>
  )
}

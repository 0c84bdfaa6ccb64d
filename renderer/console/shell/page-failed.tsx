import type { ErrorComponentProps } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'

/** A fault of the console: the other pages go on. A part that cannot be loaded is one of an older build. */
export function PageFailed({ error }: ErrorComponentProps) {
  return (
    <main>
      <Empty
        title={<FormattedMessage id="console.failed" defaultMessage="This page could not be drawn" />}
        action={
          <Button look="primary" onPress={() => window.location.reload()}>
            <FormattedMessage id="console.failed.reload" defaultMessage="Reload" />
          </Button>
        }
      >
        {error instanceof Error ? error.message : null}
      </Empty>
    </main>
  )
}

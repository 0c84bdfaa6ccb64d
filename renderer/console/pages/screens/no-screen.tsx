// What stands on a page about one screen where the floor has none.
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { ButtonLink } from '../../kit/button.tsx'
import { Empty } from '../../kit/empty.tsx'

/** `children`: what the page would be for. */
export function NoScreen({ children }: { readonly children: ReactNode }) {
  return (
    <Empty
      title={<FormattedMessage id="console.remote.none" defaultMessage="There is no screen yet" />}
      action={
        <ButtonLink look="primary" href="/pair">
          <FormattedMessage id="console.remote.pair" defaultMessage="Pair a screen" />
        </ButtonLink>
      }
    >
      {children}
    </Empty>
  )
}

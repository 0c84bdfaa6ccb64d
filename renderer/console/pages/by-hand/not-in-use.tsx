// A page of what the floor does not do yet, and who turns it on.
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { useMay } from '../../api/queries.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Empty } from '../../kit/empty.tsx'

interface NotInUseProps {
  readonly icon: ReactNode
  readonly title: ReactNode
  readonly children: ReactNode
}

export function NotInUse({ icon, title, children }: NotInUseProps) {
  const may = useMay()
  return (
    <Empty
      icon={icon}
      title={title}
      action={
        may.administer && (
          <ButtonLink href="/sources" look="primary">
            <FormattedMessage id="console.nav.sources" defaultMessage="Sources" />
          </ButtonLink>
        )
      }
    >
      {children}
    </Empty>
  )
}

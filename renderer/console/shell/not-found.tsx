import { FormattedMessage } from 'react-intl'
import { ButtonLink } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'

/** For an address that is no page. */
export function NotFound() {
  return (
    <main>
      <Empty
        title={<FormattedMessage id="console.not-found" defaultMessage="There is no such page" />}
        action={
          <ButtonLink href="/" look="primary">
            <FormattedMessage id="console.not-found.today" defaultMessage="Go to Today" />
          </ButtonLink>
        }
      />
    </main>
  )
}

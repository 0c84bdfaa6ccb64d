import { FormattedMessage } from 'react-intl'
import { ButtonLink } from '../kit/button.tsx'
import { Page } from '../kit/page.tsx'
import { useSay } from '../words/words.tsx'

/** For an address that is no page. */
export function NotFound() {
  const say = useSay()
  return (
    <Page
      title={say({ id: 'console.not-found', defaultMessage: 'There is no such page' })}
      headline={<FormattedMessage id="console.not-found" defaultMessage="There is no such page" />}
    >
      <p>
        <ButtonLink href="/" look="primary">
          <FormattedMessage id="console.not-found.today" defaultMessage="Go to Today" />
        </ButtonLink>
      </p>
    </Page>
  )
}

// Over the page when a session ends while it is open: what was typed stays, and what waits is saved afterwards.
import { useQueryClient } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { useStore } from '../../live/use-store.ts'
import { sessionEnded } from '../api/link.ts'
import { useMe } from '../api/queries.ts'
import { useSession } from '../api/session.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { PasswordSignIn } from './password-sign-in.tsx'

export function SignInAgain() {
  const ended = useStore(sessionEnded, (value) => value)
  const email = useMe()?.account?.email
  const client = useQueryClient()
  const { resume } = useSession()
  return (
    <Dialog
      isOpen={ended}
      onClose={() => undefined}
      mustAnswer
      width="narrow"
      title={<FormattedMessage id="console.again.title" defaultMessage="Sign in again" />}
    >
      <p className="soft">
        <FormattedMessage
          id="console.again.body"
          defaultMessage="Your session has ended. Everything on this page is as you left it; what is not saved yet will be."
        />
      </p>
      <PasswordSignIn
        {...(email === undefined ? {} : { email })}
        onSignedIn={() => {
          sessionEnded.set(() => false)
          resume()
          void client.invalidateQueries()
        }}
      />
    </Dialog>
  )
}

// A new password, by the link that a mail or an admin gave.
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Done, request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { Outside } from './outside.tsx'
import { useLinkSecret } from './use-link-secret.ts'
import { usePasswordFault } from './use-password-fault.ts'
import { useTitle } from './use-title.ts'

export function Reset() {
  const say = useSay()
  const link = useLinkSecret() ?? ''
  const navigate = useNavigate()
  const passwordFault = usePasswordFault()
  const { fault, busy, submit } = useSubmit()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  useTitle(say({ id: 'console.reset.title', defaultMessage: 'New password' }))
  const shortFault = passwordFault(password)
  const change = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (shortFault !== undefined) return
    void submit(async () => {
      await request(Done, `/password-resets/${encodeURIComponent(link)}`, { json: { password } })
      await navigate({ to: '/sign-in' })
    })
  }
  return (
    <Outside
      headline={<FormattedMessage id="console.reset.title" defaultMessage="New password" />}
      note={
        <FormattedMessage
          id="console.reset.note"
          defaultMessage="Wherever you are signed in now, you will be signed out."
        />
      }
    >
      <form className="form" onSubmit={change}>
        {fault !== null && <Notice tone="bad">{fault}</Notice>}
        <NewPasswordField value={password} onChange={setPassword} error={tried ? shortFault : undefined} />
        <Button type="submit" look="primary" isPending={busy} isDisabled={password === ''}>
          <FormattedMessage id="console.reset.do" defaultMessage="Take this one" />
        </Button>
      </form>
    </Outside>
  )
}

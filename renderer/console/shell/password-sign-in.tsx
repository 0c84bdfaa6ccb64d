// E-mail address and password, for the sign-in page and for the dialog over a page whose session has ended.
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { ApiFailure, Done, request } from '../api/request.ts'
import { Button } from '../kit/button.tsx'
import { TextField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { useSay } from '../words/words.tsx'

interface PasswordSignInProps {
  /** Known where somebody signs in again. */
  readonly email?: string
  readonly onSignedIn: () => void
}

export function PasswordSignIn({ email: known = '', onSignedIn }: PasswordSignInProps) {
  const say = useSay()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFault(null)
    try {
      await request(Done, '/sign-in', { json: { email, password } })
      onSignedIn()
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      setFault(error.message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <TextField
        label={say({ id: 'console.sign-in.email', defaultMessage: 'E-mail' })}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        autoFocus={known === ''}
      />
      <TextField
        label={say({ id: 'console.sign-in.password', defaultMessage: 'Password' })}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus={known !== ''}
      />
      <Button type="submit" look="primary" isPending={busy} isDisabled={email === '' || password === ''}>
        <FormattedMessage id="console.sign-in.do" defaultMessage="Sign in" />
      </Button>
    </form>
  )
}

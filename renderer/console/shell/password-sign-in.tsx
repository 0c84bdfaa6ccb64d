// E-mail address and password, for the sign-in page and for the dialog over a page whose session has ended.
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Done, request } from '../api/request.ts'
import { Button } from '../kit/button.tsx'
import { TextField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { useSay } from '../words/words.tsx'
import { useSubmit } from './use-submit.ts'

interface PasswordSignInProps {
  /** Known where somebody signs in again. */
  readonly email?: string
  readonly onSignedIn: () => void
}

export function PasswordSignIn({ email: known = '', onSignedIn }: PasswordSignInProps) {
  const say = useSay()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const { fault, busy, submit } = useSubmit()
  const enter = (event: FormEvent) => {
    event.preventDefault()
    void submit(async () => {
      await request(Done, '/sign-in', { json: { email, password } })
      onSignedIn()
    })
  }
  return (
    <form className="form" onSubmit={enter}>
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

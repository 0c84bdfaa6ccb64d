// Asks for a link to a new password. What is answered does not tell whether somebody has this address.
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useMe } from '../../api/queries.ts'
import { Done, request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { Outside } from './outside.tsx'
import { useTitle } from './use-title.ts'

export function Forgotten() {
  const say = useSay()
  const canMail = useMe()?.canMail ?? false
  const { fault, busy, submit } = useSubmit()
  const [email, setEmail] = useState('')
  const [sent, setSent] = useState(false)
  useTitle(say({ id: 'console.forgotten.title', defaultMessage: 'Forgotten password' }))
  const ask = (event: FormEvent) => {
    event.preventDefault()
    void submit(async () => {
      await request(Done, '/password-resets', { json: { email } })
      setSent(true)
    })
  }
  const back = (
    <Link to="/sign-in" className="small">
      <FormattedMessage id="console.forgotten.back" defaultMessage="Back to signing in" />
    </Link>
  )
  if (!canMail)
    return (
      <Outside
        headline={<FormattedMessage id="console.forgotten.admin" defaultMessage="Ask an admin for a link" />}
        note={
          <FormattedMessage
            id="console.forgotten.admin.note"
            defaultMessage="This wall sends no mail. Under Access, an admin can make you a link for a new password."
          />
        }
      >
        {back}
      </Outside>
    )
  return (
    <Outside
      headline={
        <FormattedMessage id="console.forgotten.headline" defaultMessage="A link for a new password" />
      }
    >
      {sent ? (
        <Notice tone="good">
          <FormattedMessage
            id="console.forgotten.sent"
            defaultMessage="If somebody has this address here, a mail is on its way. Its link works once."
          />
        </Notice>
      ) : (
        <form className="form" onSubmit={ask}>
          {fault !== null && <Notice tone="bad">{fault}</Notice>}
          <TextField
            label={say({ id: 'console.sign-in.email', defaultMessage: 'E-mail' })}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            autoFocus
          />
          <Button type="submit" look="primary" isPending={busy} isDisabled={email === ''}>
            <FormattedMessage id="console.forgotten.do" defaultMessage="Send it" />
          </Button>
        </form>
      )}
      {back}
    </Outside>
  )
}

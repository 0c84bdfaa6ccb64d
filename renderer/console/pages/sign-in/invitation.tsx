// Accepting an invitation: who invites, as what, and a password.
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { InvitationSeen } from '../../../../shared/wire/accounts.ts'
import { ApiFailure, Done, request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useFailureWords } from '../../shell/failure-words.ts'
import { useRoleWords } from '../../shell/role-words.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { Outside } from './outside.tsx'
import { useEnter } from './use-enter.ts'
import { useLinkSecret } from './use-link-secret.ts'
import { usePasswordFault } from './use-password-fault.ts'
import { useTitle } from './use-title.ts'

export function Invitation() {
  const say = useSay()
  const link = useLinkSecret() ?? ''
  const path = `/invitations/${encodeURIComponent(link)}`
  const failureWords = useFailureWords()
  const roleWords = useRoleWords()
  const enter = useEnter()
  const passwordFault = usePasswordFault()
  const { fault, busy, submit } = useSubmit()
  const seen = useQuery({
    queryKey: ['invitation', link],
    queryFn: () => request(InvitationSeen, path),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [name, setName] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  useTitle(say({ id: 'console.invited.title', defaultMessage: 'Invitation' }))
  if (seen.error)
    return (
      <Outside
        headline={
          <FormattedMessage id="console.invited.gone" defaultMessage="This invitation does not open" />
        }
      >
        <p>{seen.error instanceof ApiFailure ? failureWords(seen.error) : seen.error.message}</p>
      </Outside>
    )
  if (!seen.data) return <Loading />
  const { by, floor, role, email } = seen.data
  const shortFault = passwordFault(password)
  const chosenName = name ?? seen.data.name
  const accept = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (shortFault !== undefined) return
    void submit(async () => {
      await request(Done, path, { json: { name: chosenName, password } })
      await enter()
    })
  }
  return (
    <Outside
      headline={
        <FormattedMessage
          id="console.invited.headline"
          defaultMessage="{by} invites you to {floor}"
          values={{ by: <bdi>{by}</bdi>, floor: <bdi>{floor}</bdi> }}
        />
      }
      note={
        <>
          <b>{roleWords(role).name}</b>. {roleWords(role).note}
        </>
      }
    >
      <form className="form" onSubmit={accept}>
        {fault !== null && <Notice tone="bad">{fault}</Notice>}
        <TextField
          label={say({ id: 'console.first.name', defaultMessage: 'Your name' })}
          autoComplete="name"
          maxLength={120}
          value={chosenName}
          onChange={setName}
        />
        <TextField
          label={say({ id: 'console.first.email', defaultMessage: 'E-mail' })}
          type="email"
          autoComplete="username"
          value={email}
          onChange={() => undefined}
          isDisabled
        />
        <NewPasswordField value={password} onChange={setPassword} error={tried ? shortFault : undefined} />
        <Button
          type="submit"
          look="primary"
          isPending={busy}
          isDisabled={chosenName.trim() === '' || password === ''}
        >
          <FormattedMessage id="console.invited.do" defaultMessage="Come in" />
        </Button>
      </form>
    </Outside>
  )
}

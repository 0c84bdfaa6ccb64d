// The very first page: three fields make the first admin.
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { useMe } from '../../api/queries.ts'
import { Done, request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { Outside } from './outside.tsx'
import { useEnter } from './use-enter.ts'
import { useLinkSecret } from './use-link-secret.ts'
import { usePasswordFault } from './use-password-fault.ts'
import { useTitle } from './use-title.ts'

const Draft = z.object({ name: z.string(), email: z.string() })
const empty = { name: '', email: '' }

export function FirstAdmin() {
  const say = useSay()
  const me = useMe()
  const enter = useEnter()
  const passwordFault = usePasswordFault()
  const link = useLinkSecret()
  const { value, set, forget } = useDraft('first-admin', Draft, empty)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const { fault, busy, submit } = useSubmit()
  useTitle(say({ id: 'console.first.title', defaultMessage: 'Welcome' }))

  if (me?.setUp === 'done')
    return (
      <Outside
        headline={<FormattedMessage id="console.first.done" defaultMessage="There is an admin already" />}
        note={
          <FormattedMessage
            id="console.first.done.note"
            defaultMessage="The first one invites everybody else, under Access."
          />
        }
      >
        <a className="button primary usual" href="/console/sign-in">
          <FormattedMessage id="console.first.sign-in" defaultMessage="Sign in" />
        </a>
      </Outside>
    )
  if (me?.setUp === 'needs-link' && link === null)
    return (
      <Outside
        headline={
          <FormattedMessage id="console.first.link" defaultMessage="Open the link that the feed printed" />
        }
        note={
          <FormattedMessage
            id="console.first.link.note"
            defaultMessage="When it started, the feed wrote a link for the first admin into its log. It works once. Start the feed again for a new one."
          />
        }
      >
        {null}
      </Outside>
    )

  const shortFault = passwordFault(password)
  const begin = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (shortFault !== undefined) return
    void submit(async () => {
      await request(Done, '/first-admin', {
        json: { ...value, password, ...(link === null ? {} : { link }) },
      })
      forget()
      await enter()
    })
  }
  return (
    <Outside
      headline={<FormattedMessage id="console.first.headline" defaultMessage="Who runs this wall?" />}
      note={
        <FormattedMessage
          id="console.first.note"
          defaultMessage="You become its first admin. From then on the console asks everybody to sign in; screens go on as they are."
        />
      }
    >
      <form className="form" onSubmit={begin}>
        {fault !== null && <Notice tone="bad">{fault}</Notice>}
        <TextField
          label={say({ id: 'console.first.name', defaultMessage: 'Your name' })}
          name="name"
          autoComplete="name"
          autoFocus
          maxLength={120}
          value={value.name}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={say({ id: 'console.first.email', defaultMessage: 'E-mail' })}
          type="email"
          name="email"
          autoComplete="username"
          value={value.email}
          onChange={(email) => set({ email })}
        />
        <NewPasswordField value={password} onChange={setPassword} error={tried ? shortFault : undefined} />
        <Button
          type="submit"
          look="primary"
          isPending={busy}
          isDisabled={value.name.trim() === '' || value.email.trim() === '' || password === ''}
        >
          <FormattedMessage id="console.first.do" defaultMessage="Start" />
        </Button>
      </form>
    </Outside>
  )
}

// Invites somebody: a name, an address and a role; then a link to give them.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { AccountRole, Email, InvitationAnswer } from '../../../../shared/wire/accounts.ts'
import { Name } from '../../../../shared/wire/text.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { CopyLine } from '../../kit/copy-line.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useRoleWords } from '../../shell/role-words.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { PersonPicker } from './person-picker.tsx'
import { useAccessAct } from './use-access-act.ts'

const Draft = z.object({
  name: z.string(),
  email: z.string(),
  role: AccountRole,
  teams: z.array(z.string()),
  person: z.string().nullable(),
})
const empty: z.infer<typeof Draft> = { name: '', email: '', role: 'manager', teams: [], person: null }

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const teams = useFloor()?.file.teams ?? []
  const roleWords = useRoleWords()
  const refresh = useAccessAct()
  const { busy, fault, submit } = useSubmit()
  const { value, set, forget } = useDraft('invite', Draft, empty)
  const [made, setMade] = useState<z.infer<typeof InvitationAnswer> | null>(null)
  const isWhole = Name.safeParse(value.name).success && Email.safeParse(value.email).success
  const invite = () =>
    submit(async () => {
      const json = {
        ...value,
        teams: value.role === 'manager' ? value.teams : [],
        person: value.role === 'viewer' ? value.person : null,
      }
      setMade(await request(InvitationAnswer, '/invitations', { json }))
      forget()
      await refresh(async () => null)
    })
  if (made)
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={<FormattedMessage id="console.invite.made" defaultMessage="Give them this link" />}
        actions={
          <Button look="primary" onPress={onClose}>
            <FormattedMessage id="console.done" defaultMessage="Done" />
          </Button>
        }
      >
        <p className="soft">
          {made.mailed ? (
            <FormattedMessage
              id="console.invite.mailed"
              defaultMessage="It was mailed to them as well. It works once, and is shown only now."
            />
          ) : (
            <FormattedMessage
              id="console.invite.shown"
              defaultMessage="It works once, and is shown only now."
            />
          )}
        </p>
        <CopyLine label={say({ id: 'console.link', defaultMessage: 'Link' })} value={made.link} />
      </Dialog>
    )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<FormattedMessage id="console.access.invite" defaultMessage="Invite somebody" />}
      actions={
        <>
          <Button
            onPress={() => {
              forget()
              onClose()
            }}
          >
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isPending={busy} isDisabled={!isWhole} onPress={() => void invite()}>
            <FormattedMessage id="console.invite.do" defaultMessage="Make the link" />
          </Button>
        </>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <div className="form-row">
        <TextField
          label={say({ id: 'console.name', defaultMessage: 'Name' })}
          value={value.name}
          maxLength={120}
          autoFocus
          onChange={(name) => set({ name })}
        />
        <TextField
          label={say({ id: 'console.sign-in.email', defaultMessage: 'E-mail' })}
          type="email"
          autoComplete="off"
          value={value.email}
          onChange={(email) => set({ email })}
        />
      </div>
      <Picker
        label={say({ id: 'console.invite.role', defaultMessage: 'Role' })}
        choices={AccountRole.options.map((role) => ({ id: role, ...roleWords(role) }))}
        value={value.role}
        onChange={(role) => set({ role })}
      />
      <p className="soft small">{roleWords(value.role).note}</p>
      {value.role === 'viewer' && (
        <PersonPicker value={value.person} onChange={(person) => set({ person })} />
      )}
      {value.role === 'manager' && teams.length > 0 && (
        <CheckList
          label={say({ id: 'console.invite.teams', defaultMessage: 'Of these teams; none marked: of all' })}
          items={teams.map(({ id, name }) => ({ id, name }))}
          value={value.teams}
          onChange={(chosen) => set({ teams: [...chosen] })}
        />
      )}
    </Dialog>
  )
}

// Makes a token; it is shown once.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { TokenAnswer } from '../../../../shared/wire/accounts.ts'
import { Name } from '../../../../shared/wire/text.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { CopyLine } from '../../kit/copy-line.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { useTokenRoleWords } from './token-role-words.ts'
import { useAccessAct } from './use-access-act.ts'

const roles = ['ingest', 'screen', 'report', 'admin'] as const

export function TokenDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const roleWords = useTokenRoleWords()
  const refresh = useAccessAct()
  const { busy, fault, submit } = useSubmit()
  const [name, setName] = useState('')
  const [role, setRole] = useState<(typeof roles)[number]>('ingest')
  const [token, setToken] = useState<string | null>(null)
  const make = () =>
    submit(async () => {
      setToken((await request(TokenAnswer, '/tokens', { json: { name, role } })).token)
      await refresh(async () => null)
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      mustAnswer={token !== null}
      title={<FormattedMessage id="console.tokens.new" defaultMessage="New token" />}
      actions={
        token === null ? (
          <Button
            look="primary"
            isPending={busy}
            isDisabled={!Name.safeParse(name).success}
            onPress={() => void make()}
          >
            <FormattedMessage id="console.token.make" defaultMessage="Make it" />
          </Button>
        ) : (
          <Button look="primary" onPress={onClose}>
            <FormattedMessage id="console.done" defaultMessage="Done" />
          </Button>
        )
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      {token === null ? (
        <div className="form-row">
          <TextField
            label={say({ id: 'console.token.name', defaultMessage: 'What uses it' })}
            value={name}
            maxLength={120}
            autoFocus
            onChange={setName}
          />
          <Picker
            label={say({ id: 'console.token.role', defaultMessage: 'What it does' })}
            choices={roles.map((each) => ({ id: each, name: roleWords(each) }))}
            value={role}
            onChange={setRole}
          />
        </div>
      ) : (
        <>
          <p className="soft">
            <FormattedMessage
              id="console.token.once"
              defaultMessage="Copy it now: it is shown only this once."
            />
          </p>
          <CopyLine label={say({ id: 'console.token.value', defaultMessage: 'Token' })} value={token} />
          {role === 'report' && (
            <CopyLine
              label={say({
                id: 'console.token.address',
                defaultMessage: 'For a spreadsheet: the address of the list of figures',
              })}
              value={`${location.origin}/api/v1/reports/metrics.csv?token=${token}`}
            />
          )}
        </>
      )}
    </Dialog>
  )
}

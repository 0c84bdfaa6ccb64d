// The secret by which deliveries are proved: made here or brought along, and shown this once.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { InboundProof, InboundSecretAnswer } from '../../../../shared/wire/inbound.ts'
import { inboundQuery, setInboundSecret } from '../../api/inbound.ts'
import { Button } from '../../kit/button.tsx'
import { CopyLine } from '../../kit/copy-line.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'

interface SecretDialogProps {
  readonly source: string
  readonly proof: InboundProof['kind']
  /** Whether one is replaced: what sends with the old one is turned away from then on. */
  readonly replaces: boolean
  readonly onClose: () => void
}

export function SecretDialog({ source, proof, replaces, onClose }: SecretDialogProps) {
  const say = useSay()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const [own, setOwn] = useState('')
  const [made, setMade] = useState<InboundSecretAnswer | null>(null)
  const make = () =>
    submit(async () => {
      setMade(await setInboundSecret(source, own.trim() === '' ? null : own.trim()))
      await client.invalidateQueries({ queryKey: inboundQuery.queryKey })
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      mustAnswer={made !== null}
      title={
        proof === 'address' ? (
          <FormattedMessage id="console.inbound.address" defaultMessage="Its address" />
        ) : (
          <FormattedMessage id="console.inbound.secret" defaultMessage="Its secret" />
        )
      }
      actions={
        made === null ? (
          <Button look="primary" isPending={busy} onPress={() => void make()}>
            {proof === 'address' || own.trim() === '' ? (
              <FormattedMessage id="console.inbound.secret.make" defaultMessage="Make a new one" />
            ) : (
              <FormattedMessage id="console.inbound.secret.take" defaultMessage="Use this one" />
            )}
          </Button>
        ) : (
          <Button look="primary" onPress={onClose}>
            <FormattedMessage id="console.done" defaultMessage="Done" />
          </Button>
        )
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      {made === null ? (
        <div className="form">
          {replaces && (
            <Notice tone="warn">
              <FormattedMessage
                id="console.inbound.secret.replaces"
                defaultMessage="What sends with the one before is turned away from then on."
              />
            </Notice>
          )}
          {proof !== 'address' && (
            <TextField
              label={say({
                id: 'console.inbound.secret.own',
                defaultMessage: 'The secret that the program shows',
              })}
              value={own}
              autoComplete="off"
              onChange={setOwn}
              hint={say({
                id: 'console.inbound.secret.own.hint',
                defaultMessage: 'Leave it empty where the program takes one of ours.',
              })}
            />
          )}
        </div>
      ) : (
        <div className="form">
          <p className="soft">
            <FormattedMessage
              id="console.token.once"
              defaultMessage="Copy it now: it is shown only this once."
            />
          </p>
          <CopyLine
            label={say({ id: 'console.inbound.address.to', defaultMessage: 'Address to send to' })}
            value={made.address}
          />
          {proof !== 'address' && (
            <CopyLine
              label={say({ id: 'console.inbound.secret.value', defaultMessage: 'Secret' })}
              value={made.secret}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}

// A program that is to send by itself: what it is called, and how it proves that it is the one.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { z } from 'zod'
import { InboundSource } from '../../../../shared/wire/inbound.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { proofKinds, useProofWords } from './proof-words.ts'

interface NewSourceDialogProps {
  readonly taken: readonly string[]
  readonly onMade: (id: string) => void
  readonly onClose: () => void
}

type Written = z.input<typeof InboundSource>

export function NewSourceDialog({ taken, onMade, onClose }: NewSourceDialogProps) {
  const say = useSay()
  const edit = useEdit()
  const proofWords = useProofWords()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<(typeof proofKinds)[number]>('address')
  const [header, setHeader] = useState('X-Signature')
  const [prefix, setPrefix] = useState('sha256=')
  const [user, setUser] = useState('floorboard')
  const [busy, setBusy] = useState(false)
  const proofs: Readonly<Record<typeof kind, Written['proof']>> = {
    address: { kind: 'address' },
    'standard-webhooks': { kind: 'standard-webhooks' },
    hmac: { kind: 'hmac', header, prefix },
    basic: { kind: 'basic', user },
    header: { kind: 'header', header },
  }
  const entry: Written = { id: newId(name, taken, 'webhook'), name: name.trim(), proof: proofs[kind] }
  const isGood = InboundSource.safeParse(entry).success
  const make = async () => {
    setBusy(true)
    const outcome = await edit(
      [{ do: 'add', list: 'inbound', entry, before: null }],
      say(
        { id: 'console.inbound.made', defaultMessage: '“{name}” may send once it has its address.' },
        { name: entry.name },
      ),
    )
    setBusy(false)
    if (outcome.ok) onMade(entry.id)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<FormattedMessage id="console.inbound.new" defaultMessage="New webhook" />}
      actions={
        <Button look="primary" isPending={busy} isDisabled={!isGood} onPress={() => void make()}>
          <FormattedMessage id="console.inbound.make" defaultMessage="Make it" />
        </Button>
      }
    >
      <div className="form">
        <TextField
          label={say({ id: 'console.inbound.name', defaultMessage: 'What sends' })}
          value={name}
          maxLength={120}
          autoFocus
          placeholder="Zapier"
          onChange={setName}
        />
        <Picker
          label={say({ id: 'console.inbound.proof', defaultMessage: 'How it proves that it is the one' })}
          choices={proofKinds.map((each) => ({ id: each, ...proofWords(each) }))}
          value={kind}
          onChange={setKind}
        />
        {(kind === 'hmac' || kind === 'header') && (
          <div className="form-row">
            <TextField
              label={say({ id: 'console.inbound.proof.header-name', defaultMessage: 'Name of the header' })}
              value={header}
              onChange={setHeader}
            />
            {kind === 'hmac' && (
              <TextField
                label={say({
                  id: 'console.inbound.proof.prefix',
                  defaultMessage: 'What stands before the signature',
                })}
                value={prefix}
                onChange={setPrefix}
              />
            )}
          </div>
        )}
        {kind === 'basic' && (
          <TextField
            label={say({ id: 'console.inbound.proof.user', defaultMessage: 'User name' })}
            value={user}
            onChange={setUser}
          />
        )}
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { noLimits } from '../../shared/wire/floor-limits.ts'
import { NewFloorAnswer } from '../../shared/wire/operator.ts'
import { Button } from '../console/kit/button.tsx'
import { CopyLine } from '../console/kit/copy-line.tsx'
import { Dialog } from '../console/kit/dialog.tsx'
import { TextField } from '../console/kit/field.tsx'
import { useSay } from '../console/words/words.tsx'
import { askNode } from './ask-node.ts'
import { LimitFields, limitsOf, typedLimits } from './limit-fields.tsx'
import { useDoing } from './use-doing.ts'

export function NewFloor({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [typed, setTyped] = useState(typedLimits(noLimits))
  const [made, setMade] = useState<{ name: string; firstAdminUrl: string } | null>(null)
  const { isDoing, fault, forget, act } = useDoing()
  const limits = limitsOf(typed)
  const make = (): void =>
    void act(async () => {
      setMade(await askNode(NewFloorAnswer, '/floors', 'POST', { name: name.trim(), limits }))
    }, null)

  if (made !== null)
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={
          <FormattedMessage id="operator.made" defaultMessage="{name} is made" values={{ name: made.name }} />
        }
        actions={
          <Button look="primary" onPress={onClose}>
            <FormattedMessage id="operator.done" defaultMessage="Done" />
          </Button>
        }
      >
        <p>
          <FormattedMessage
            id="operator.made-note"
            defaultMessage="Send this address to its first admin. Whoever has it can sign up there until somebody did."
          />
        </p>
        <CopyLine
          label={say({ id: 'operator.first-admin', defaultMessage: 'Where the first admin signs up' })}
          value={made.firstAdminUrl}
        />
      </Dialog>
    )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<FormattedMessage id="operator.new-title" defaultMessage="A new floor" />}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="operator.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            onPress={make}
            isPending={isDoing}
            isDisabled={name.trim() === '' || limits === null}
          >
            <FormattedMessage id="operator.make" defaultMessage="Make the floor" />
          </Button>
        </>
      }
    >
      <div className="operator-form">
        <TextField
          label={say({ id: 'operator.name', defaultMessage: 'Host name' })}
          hint={say({
            id: 'operator.name-hint',
            defaultMessage: 'As its people and its TVs reach it. Let the name lead to these nodes.',
          })}
          value={name}
          onChange={(next) => {
            setName(next)
            forget()
          }}
          placeholder="sales.acme.example"
          autoFocus
          error={fault ?? undefined}
        />
        <LimitFields value={typed} onChange={setTyped} />
      </div>
    </Dialog>
  )
}

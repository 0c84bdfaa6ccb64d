// What is done to one floor: its limits, and its end.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { DoneAnswer, type OperatorFloor } from '../../shared/wire/operator.ts'
import { Button } from '../console/kit/button.tsx'
import { Dialog } from '../console/kit/dialog.tsx'
import { TextField } from '../console/kit/field.tsx'
import { Notice } from '../console/kit/notice.tsx'
import { useSay } from '../console/words/words.tsx'
import { askNode } from './ask-node.ts'
import { LimitFields, limitsOf, typedLimits } from './limit-fields.tsx'
import { useDoing } from './use-doing.ts'

interface ChangeProps {
  readonly floor: OperatorFloor
  readonly onClose: () => void
}

export function ChangeLimits({ floor: { name, limits: before }, onClose }: ChangeProps) {
  const say = useSay()
  const [typed, setTyped] = useState(typedLimits(before))
  const { isDoing, fault, act } = useDoing()
  const limits = limitsOf(typed)
  const keep = async (): Promise<void> => {
    const done = say({ id: 'operator.limits-kept', defaultMessage: '{name} has new limits.' }, { name })
    const path = `/floors/${encodeURIComponent(name)}/limits`
    if (await act(() => askNode(DoneAnswer, path, 'POST', { limits }), done)) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        <FormattedMessage id="operator.limits-title" defaultMessage="Limits of {name}" values={{ name }} />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="operator.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" onPress={() => void keep()} isPending={isDoing} isDisabled={limits === null}>
            <FormattedMessage id="operator.keep" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <div className="operator-form">
        {fault !== null && <Notice tone="bad">{fault}</Notice>}
        <LimitFields value={typed} onChange={setTyped} />
      </div>
    </Dialog>
  )
}

export function RemoveFloor({ floor: { name, facts }, onClose }: ChangeProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const { isDoing, fault, forget, act } = useDoing()
  const remove = async (): Promise<void> => {
    const done = say({ id: 'operator.removed', defaultMessage: '{name} is removed.' }, { name })
    const path = `/floors/${encodeURIComponent(name)}/remove`
    if (await act(() => askNode(DoneAnswer, path, 'POST', { name: typed.trim() }), done)) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      alert
      title={
        <FormattedMessage id="operator.remove-title" defaultMessage="Remove {name}?" values={{ name }} />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="operator.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="danger"
            onPress={() => void remove()}
            isPending={isDoing}
            isDisabled={typed.trim().toLowerCase() !== name}
          >
            <FormattedMessage id="operator.remove" defaultMessage="Remove the floor" />
          </Button>
        </>
      }
    >
      <div className="operator-form">
        <p>
          <FormattedMessage
            id="operator.remove-note"
            defaultMessage="Its {facts, plural, one {# fact} other {# facts}}, its people and its pictures go for good. Download a backup first if somebody may ask for them."
            values={{ facts }}
          />
        </p>
        <TextField
          label={say({ id: 'operator.name-again', defaultMessage: 'Its host name once more' })}
          value={typed}
          onChange={(next) => {
            setTyped(next)
            forget()
          }}
          placeholder={name}
          autoFocus
          error={fault ?? undefined}
        />
      </div>
    </Dialog>
  )
}

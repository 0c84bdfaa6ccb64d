// Asks why a payment is refused: whoever was to get it reads it.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { SpiffLine } from '../../../../shared/wire/spiffs.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../words/words.tsx'

const longest = 280

interface RefuseDialogProps {
  readonly line: SpiffLine
  readonly onRefuse: (reason: string) => void
  readonly onClose: () => void
}

/** Mounted while it is open. */
export function RefuseDialog({ line: { person }, onRefuse, onClose }: RefuseDialogProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="narrow"
      title={say(
        { id: 'console.spiff.refuse.title', defaultMessage: 'Refuse the payment to {name}' },
        { name: person.name },
      )}
      actions={
        <Button look="danger" isDisabled={reason.trim() === ''} onPress={() => onRefuse(reason.trim())}>
          <FormattedMessage id="console.spiff.refuse" defaultMessage="Refuse" />
        </Button>
      }
    >
      <TextField
        label={say({ id: 'console.spiff.refuse.reason', defaultMessage: 'Why' })}
        value={reason}
        multiline
        autoFocus
        maxLength={longest}
        onChange={setReason}
        hint={
          <FormattedMessage
            id="console.spiff.refuse.note"
            defaultMessage="They read it. It cannot be taken back."
          />
        }
      />
    </Dialog>
  )
}

// The past of a source once more, from a day on.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { PlainDate } from '../../../../shared/wire/text.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../words/words.tsx'

interface ReadAgainDialogProps {
  readonly name: string
  readonly now: number
  readonly onClose: () => void
  readonly onRead: (from: string) => void
}

export function ReadAgainDialog({ name, now, onClose, onRead }: ReadAgainDialogProps) {
  const say = useSay()
  const [from, setFrom] = useState(`${new Date(now).toISOString().slice(0, 7)}-01`)
  return (
    <Dialog
      isOpen
      width="narrow"
      onClose={onClose}
      title={
        <FormattedMessage
          id="console.sources.again.title"
          defaultMessage="Read {name} again"
          values={{ name }}
        />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isDisabled={!PlainDate.safeParse(from).success} onPress={() => onRead(from)}>
            <FormattedMessage id="console.sources.again.read" defaultMessage="Read again" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="console.sources.again.note"
          defaultMessage="Everything from that day on is read anew, beside what comes in. What is right stays as it is, what is gone there goes here, and nothing of it is celebrated."
        />
      </p>
      <TextField
        label={say({ id: 'console.sources.again.from', defaultMessage: 'From' })}
        type="date"
        value={from}
        onChange={setFrom}
      />
    </Dialog>
  )
}

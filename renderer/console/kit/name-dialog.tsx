// Asks for one name: of a new playlist, a copy, or a new name for one.
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Name } from '../../../shared/wire/text.ts'
import { useSay } from '../words/words.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { TextField } from './field.tsx'

interface NameDialogProps {
  readonly title: string
  /** On the button. */
  readonly action: string
  readonly initial: string
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** Mounted while it is open. */
export function NameDialog({ title, action, initial, onName, onClose }: NameDialogProps) {
  const say = useSay()
  const [name, setName] = useState(initial)
  const parsed = Name.safeParse(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!parsed.success) return
    onName(parsed.data)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="narrow"
      title={title}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button type="submit" form="name-form" look="primary" isDisabled={!parsed.success}>
            {action}
          </Button>
        </>
      }
    >
      <form id="name-form" onSubmit={submit}>
        <TextField
          label={say({ id: 'console.name', defaultMessage: 'Name' })}
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus
        />
      </form>
    </Dialog>
  )
}

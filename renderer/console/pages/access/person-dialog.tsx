// Says which person of the floor an account is: whose numbers a viewer sees as their own.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { PersonPicker } from './person-picker.tsx'

interface PersonDialogProps {
  /** Of the account. */
  readonly name: string
  readonly initial: string | null
  readonly onPerson: (person: string | null) => void
  readonly onClose: () => void
}

export function PersonDialog({ name, initial, onPerson, onClose }: PersonDialogProps) {
  const [person, setPerson] = useState(initial)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="narrow"
      title={
        <FormattedMessage
          id="console.person.title"
          defaultMessage="Who {name} is on the floor"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            onPress={() => {
              onPerson(person)
              onClose()
            }}
          >
            <FormattedMessage id="console.rule.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <PersonPicker value={person} onChange={setPerson} />
      <p className="soft small">
        <FormattedMessage
          id="console.person.note"
          defaultMessage="A viewer sees this person’s numbers as their own."
        />
      </p>
    </Dialog>
  )
}

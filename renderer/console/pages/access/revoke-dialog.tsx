// Asks before a token opens nothing any more: whoever uses it is turned away at once.
import { FormattedMessage } from 'react-intl'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { WhenUsed } from './when-used.tsx'

interface RevokeDialogProps {
  readonly token: { readonly name: string; readonly lastUsed: number | null }
  readonly onRevoke: () => void
  readonly onClose: () => void
}

export function RevokeDialog({ token: { name, lastUsed }, onRevoke, onClose }: RevokeDialogProps) {
  return (
    <Dialog
      isOpen
      alert
      width="narrow"
      onClose={onClose}
      title={
        <FormattedMessage id="console.tokens.end.title" defaultMessage="Revoke “{name}”?" values={{ name }} />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="danger" onPress={onRevoke}>
            <FormattedMessage id="console.tokens.end" defaultMessage="Revoke" />
          </Button>
        </>
      }
    >
      <p>
        {lastUsed === null ? (
          <FormattedMessage id="console.tokens.end.unused" defaultMessage="It was never used." />
        ) : (
          <FormattedMessage
            id="console.tokens.end.used"
            defaultMessage="Last used {when}."
            values={{ when: <WhenUsed at={lastUsed} /> }}
          />
        )}
      </p>
      <p className="soft">
        <FormattedMessage
          id="console.tokens.end.note"
          defaultMessage="Whatever comes with it is turned away at once, and no undo brings it back: who needs it still gets a new one."
        />
      </p>
    </Dialog>
  )
}

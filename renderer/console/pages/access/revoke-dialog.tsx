// Asks before a token opens nothing any more: whoever uses it is turned away at once.
import { FormattedMessage } from 'react-intl'
import { AskDialog } from '../../kit/ask-dialog.tsx'
import { WhenUsed } from './when-used.tsx'

interface RevokeDialogProps {
  readonly token: { readonly name: string; readonly lastUsed: number | null }
  readonly onRevoke: () => void
  readonly onClose: () => void
}

export function RevokeDialog({ token: { name, lastUsed }, onRevoke, onClose }: RevokeDialogProps) {
  return (
    <AskDialog
      onClose={onClose}
      onDo={onRevoke}
      title={
        <FormattedMessage
          id="console.tokens.end.title"
          defaultMessage="Revoke “{name}”?"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
      action={<FormattedMessage id="console.tokens.end" defaultMessage="Revoke" />}
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
    </AskDialog>
  )
}

// Asks before a token opens nothing any more: whoever uses it is turned away at once.
import { FormattedMessage } from 'react-intl'
import { AskDialog } from '../../kit/ask-dialog.tsx'
import { WhenUsed } from './when-used.tsx'

interface RevokeDialogProps {
  readonly token: {
    readonly name: string
    /** Of a screen's TV: which screen. */
    readonly screen: string | null
    readonly lastUsed: number | null
  }
  readonly onRevoke: () => void
  readonly onClose: () => void
}

export function RevokeDialog({ token: { name, screen, lastUsed }, onRevoke, onClose }: RevokeDialogProps) {
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
        {screen === null ? (
          <FormattedMessage
            id="console.tokens.end.note"
            defaultMessage="Whatever comes with it is turned away at once, and no undo brings it back: whoever still needs it gets a new one."
          />
        ) : (
          <FormattedMessage
            id="console.tokens.end.tv"
            defaultMessage="The TV shows a code in the place of boards at once, and no undo brings it back: pair it again for that."
          />
        )}
      </p>
    </AskDialog>
  )
}

// Asks before everything is approved at once: no approval is taken back.
import { FormattedMessage } from 'react-intl'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'

interface ApproveDialogProps {
  readonly count: number
  /** In words: "$160". */
  readonly amount: string
  readonly onApprove: () => void
  readonly onClose: () => void
}

/** Mounted while it is open. */
export function ApproveDialog({ count, amount, onApprove, onClose }: ApproveDialogProps) {
  return (
    <Dialog
      isOpen
      alert
      width="narrow"
      onClose={onClose}
      title={
        <FormattedMessage
          id="console.spiff.approve.ask"
          defaultMessage="Approve {count, plural, one {one payment} other {# payments}}, {amount}?"
          values={{ count, amount }}
        />
      }
      actions={
        <Button look="primary" onPress={onApprove}>
          <FormattedMessage
            id="console.spiff.approve.sum"
            defaultMessage="Approve {amount}"
            values={{ amount }}
          />
        </Button>
      }
    >
      <p>
        <FormattedMessage
          id="console.spiff.approve.note"
          defaultMessage="It goes on the payout list under your name, and is not taken back. What is corrected later is marked, and stays."
        />
      </p>
    </Dialog>
  )
}

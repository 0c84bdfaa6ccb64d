// Asks before something is lost: what it is called, what comes of it, and the way out first.
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface AskDialogProps {
  readonly title: ReactNode
  /** On the button that does it. */
  readonly action: ReactNode
  readonly onDo: () => void
  readonly onClose: () => void
  readonly isPending?: boolean
  readonly isDisabled?: boolean
  /** Another button, for whoever wants something less. */
  readonly instead?: ReactNode
  readonly width?: 'narrow' | 'usual'
  /** What comes of it. */
  readonly children: ReactNode
}

/** Mounted while it is open. */
export function AskDialog({
  title,
  action,
  onDo,
  onClose,
  isPending = false,
  isDisabled = false,
  instead,
  width = 'narrow',
  children,
}: AskDialogProps) {
  return (
    <Dialog
      isOpen
      alert
      width={width}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          {instead}
          <Button look="danger" isPending={isPending} isDisabled={isDisabled} onPress={onDo}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}

// A dialog over the page. Escape and a click beside it close it, unless what it asks must be answered.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSay } from '../words/words.tsx'
import { Button } from './button.tsx'
import './dialog.css'

interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode
  /** A word beside the buttons. */
  readonly note?: ReactNode
  readonly width?: 'narrow' | 'usual' | 'wide'
  readonly mustAnswer?: boolean
  /** Whether it asks before something is lost. */
  readonly alert?: boolean
}

export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
  note,
  width = 'usual',
  mustAnswer = false,
  alert = false,
}: DialogProps) {
  const say = useSay()
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
    >
      <Modal className={`dialog-box ${width}`}>
        <AriaDialog className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {!mustAnswer && (
              <Button
                look="quiet"
                icon={<X />}
                aria-label={say({ id: 'console.dialog.close', defaultMessage: 'Close' })}
                onPress={onClose}
              />
            )}
          </div>
          <div className="dialog-body">{children}</div>
          {(actions || note) && (
            <div className="dialog-foot">
              <span className="soft small">{note}</span>
              <div className="dialog-actions">{actions}</div>
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

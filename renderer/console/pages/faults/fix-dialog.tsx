// The frame of every fix: what it will be, what it moves, and the button that makes it.
import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { editsOfFix } from '../../../../shared/domain/mending/fix-edits.ts'
import type { Fix } from '../../../../shared/wire/mending.ts'
import { useEffects } from '../../api/effects.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { newUuid } from '../../api/new-uuid.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { EffectsNote, maySave } from '../people/effects-note.tsx'
import { useMend } from './use-mend.ts'

interface FixDialogProps {
  readonly title: ReactNode
  /** Null while something is missing. */
  readonly fix: Fix | null
  readonly onClose: () => void
  /** What is asked. */
  readonly children: ReactNode
}

/** Mounted while it is open. */
export function FixDialog({ title, fix, onClose, children }: FixDialogProps) {
  const floor = useFloor()
  const mend = useMend()
  const [id] = useState(newUuid)
  const [busy, setBusy] = useState(false)
  const edits = fix === null || floor === undefined ? [] : editsOfFix(fix, id, floor.file)
  const effects = useEffects(floor?.version, edits)
  const isWord = fix?.do === 'right' || fix?.do === 'seen'
  const canSave = fix !== null && (isWord || maySave(effects))
  const save = async (): Promise<void> => {
    if (fix === null || !canSave) return
    setBusy(true)
    const isDone = await mend(fix, id)
    setBusy(false)
    if (isDone) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isPending={busy} isDisabled={!canSave} onPress={() => void save()}>
            <FormattedMessage id="console.faults.mend" defaultMessage="Mend it" />
          </Button>
        </>
      }
    >
      <div className="form">
        {children}
        <EffectsNote of={effects} />
      </div>
    </Dialog>
  )
}
